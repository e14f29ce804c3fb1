import { expect, it } from 'vitest';
import { checkLook, draftOf, type LookDraft } from './check-look';
import { contrastOf } from './contrast';
import { DARK_INK, DEFAULT_LOOK, INK } from './letter-look';

function problemsOf(typed: Partial<LookDraft>) {
  const checked = checkLook({ ...draftOf(DEFAULT_LOOK), ...typed });
  return checked.ok ? {} : checked.problems;
}

it('knows black on white (WCAG: 21), and one of its own examples', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('can be read as it is, on a card and in the dark', () => {
  expect(problemsOf({})).toEqual({});
  const pairs = [
    [INK.text, INK.card],
    [INK.quiet, INK.card],
    [DARK_INK.text, DARK_INK.card],
    [DARK_INK.quiet, DARK_INK.card],
    [DARK_INK.quiet, DARK_INK.ground],
  ] as const;
  for (const [ink, ground] of pairs) expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

it.each([
  [{ buttonColour: '#ffdd00' }, 'buttonTextColour', 'the contrast is 1.3, and 4.5 is needed'],
  [{ groundColour: '#888888' }, 'groundColour', 'small print'],
  [{ groundColour: 'beige' }, 'groundColour', 'six digits'],
  [{ buttonColour: '#12345' }, 'buttonColour', 'six digits'],
  [{ buttonColour: '#fff;background:url(//x)' }, 'buttonColour', 'six digits'],
  [{ font: 'Comic Sans' }, 'font', 'one of the fonts'],
  [{ logoUrl: 'http://x.example/l.png' }, 'logoUrl', 'https://'],
  [{ footer: 'x'.repeat(301) }, 'footer', 'at most 300'],
] as const)('does not keep %j', (typed, field, problem) => {
  expect(problemsOf(typed)[field]).toContain(problem);
});

it('takes short colours and large letters, and leaves empty what is empty', () => {
  const checked = checkLook({ ...draftOf(DEFAULT_LOOK), buttonColour: ' #036 ', groundColour: '#FFFFFF' });
  expect(checked.ok && checked.look).toMatchObject({
    ...{ buttonColour: '#003366', groundColour: '#ffffff', logoUrl: null, footer: null },
  });
});
