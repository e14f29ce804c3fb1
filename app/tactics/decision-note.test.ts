import { describe, expect, it } from 'vitest';
import { isoToDay } from '../shops/local-day';
import { checkNote, draftNote, NOTE_FIELDS, noteToDraft } from './decision-note';
import { TACTIC_NAMES, TACTICS } from './tactic';

const todayOn = isoToDay('2026-11-20') ?? 0;

describe('a decision note', () => {
  it.each(TACTIC_NAMES)('for the %s is drafted so that it can be accepted as it stands', (tactic) => {
    const draft = draftNote(tactic, { owner: 'Corner', todayOn });
    const checked = checkNote(tactic, draft, todayOn);
    expect(draft.reviewOn).toBe('2026-12-18');
    expect(checked).toMatchObject({
      ok: true,
      note: { metric: TACTICS[tactic].metric, reviewOn: todayOn + 28 },
    });
    if (checked.ok) expect(noteToDraft(checked.note)).toEqual(draft);
  });

  it('is refused without a word in any of its fields', () => {
    const checked = checkNote('shelf', {}, todayOn);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(Object.keys(checked.problems).sort()).toEqual([...NOTE_FIELDS].sort());
  });

  it.each([
    ['2026-11-20', 'Choose a day in the future.'],
    ['20/12/2026', 'Choose a day in the future.'],
    ['2026-02-30', 'Choose a day in the future.'],
    ['2028-01-01', 'Choose a day within the next year.'],
  ])('with the review on %s asks for another day', (reviewOn, problem) => {
    const draft = { ...draftNote('shelf', { owner: 'Corner', todayOn }), reviewOn };
    expect(checkNote('shelf', draft, todayOn)).toEqual({ ok: false, problems: { reviewOn: problem } });
  });

  it('keeps the day of a review that is under way', () => {
    const draft = draftNote('shelf', { owner: 'Corner', todayOn });
    const runningOn = (isoToDay('2026-12-18') ?? 0) - 7;
    expect(checkNote('shelf', draft, todayOn, runningOn)).toMatchObject({
      ok: false,
      problems: { reviewOn: expect.stringContaining('2026-12-11') },
    });
    expect(checkNote('shelf', { ...draft, reviewOn: '2026-12-11' }, todayOn + 40, runningOn).ok).toBe(true);
  });

  it.each(['', 'many', '0', '-3', '51', 'NaN', '1e9'])(
    'with a tolerance of "%s" asks for a share',
    (tolerance) => {
      const draft = { ...draftNote('shelf', { owner: 'Corner', todayOn }), tolerance };
      expect(checkNote('shelf', draft, todayOn)).toMatchObject({
        ok: false,
        problems: { tolerance: 'Choose a share from 0.1 to 50 percent.' },
      });
    },
  );

  it('reads a tolerance as people type it', () => {
    const draft = { ...draftNote('shelf', { owner: 'Corner', todayOn }), tolerance: ' 2,5 %' };
    expect(checkNote('shelf', draft, todayOn)).toMatchObject({ ok: true, note: { tolerance: 0.025 } });
  });
});
