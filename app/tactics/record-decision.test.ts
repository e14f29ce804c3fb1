import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDay } from '../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { draftNote } from './decision-note';
import { loadTactic } from './load-tactics.server';
import { pauseTactic } from './pause-tactic.server';
import { recordDecision } from './record-decision.server';
import { lockLabels, runningReview } from './review-store.server';
import { saveNote } from './save-note.server';
import { switchOff } from './switch-off.server';
import { switchOn } from './switch-on.server';
import { isOn, tacticStatus } from './tactic-store.server';

const DAY_MS = 86_400_000;
let ports: TestPorts;
let shopId: number;
let shop: Parameters<typeof loadTactic>[1];

const today = () => localDay(ports.clock.now(), 'Europe/London');
const draft = () => draftNote('shelf', { owner: 'Corner', todayOn: today() });
const decide = (decision: string, why = 'The figures say so.') =>
  recordDecision(ports, { shopId, tactic: 'shelf', draft: { decision, why, decidedBy: 'Ada' } });
const tactic = () => loadTactic(ports, shop, 'shelf');

beforeEach(async () => {
  ports = await makeTestPorts();
  const made = await makeTestShop(ports);
  shopId = made.id;
  shop = { ...made, name: 'Corner', legalName: null, postalAddress: null };
  await switchOn(ports, { shopId, tactic: 'shelf', note: draft() });
});
afterEach(() => ports.close());

describe('a review', () => {
  it('begins when its tactic is switched on, and its days follow from the window', async () => {
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toMatchObject({
      startedOn: today(),
      dueOn: today() + 28,
      closedDueOn: today() + 56,
      open: null,
      decision: null,
    });
  });

  it('keeps its day while the note changes around it', async () => {
    const moved = { ...draft(), reviewOn: '2027-01-30' };
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note: moved })).toMatchObject({ ok: false });
    const reworded = { ...draft(), why: 'Because people asked.' };
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note: reworded })).toMatchObject({ ok: true });
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toMatchObject({ dueOn: today() + 28 });
    expect((await tactic()).changes[0]).toMatchObject({
      change: 'note-changed',
      detail: { why: { after: 'Because people asked.' } },
    });
  });

  it('locks its counts once', async () => {
    const review = await runningReview(ports.db.read, shopId, 'shelf');
    const lock = (treated: number) =>
      ports.db.write((tx) =>
        lockLabels(tx, shopId, review?.id ?? 0, 'open', { treated, control: 3 }, ports.clock.now()),
      );
    await lock(30);
    await lock(99);
    const locked = await runningReview(ports.db.read, shopId, 'shelf');
    expect(locked).toMatchObject({ open: { treated: 30, control: 3 }, closed: null });
  });
});

describe('a decision', () => {
  it('needs a reason and a name', async () => {
    expect(await decide('keep', ' ')).toMatchObject({ ok: false, problems: { why: expect.any(String) } });
    expect(await decide('shrug')).toMatchObject({ ok: false, problems: { decision: expect.any(String) } });
    expect((await tactic()).pastReviews).toEqual([]);
  });

  it('to keep begins the next review in four weeks', async () => {
    ports.clock.advance(60 * DAY_MS);
    expect(await decide('keep')).toEqual({ ok: true, decision: 'keep' });
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toMatchObject({ dueOn: today() + 28 });
    expect((await tactic()).pastReviews).toMatchObject([{ decision: 'keep', decidedBy: 'Ada' }]);
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(true);
  });

  it('to change waits for the changed note', async () => {
    ports.clock.advance(60 * DAY_MS);
    await decide('change');
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toBeNull();
    const { draft: next } = await tactic();
    expect(next.reviewOn > draft().reviewOn || next.reviewOn === draft().reviewOn).toBe(true);
    await saveNote(ports, { shopId, tactic: 'shelf', note: { ...next, what: 'Three items at most.' } });
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toMatchObject({ dueOn: today() + 28 });
  });

  it('to retire switches it off, and a later switch-on begins anew', async () => {
    await decide('retire');
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(false);
    await switchOn(ports, { shopId, tactic: 'shelf', note: draft() });
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toMatchObject({ startedOn: today() });
  });

  it('is recorded once', async () => {
    await decide('retire');
    expect(await decide('keep')).toEqual({ ok: false, reason: 'no-review' });
    expect((await tactic()).pastReviews).toHaveLength(1);
  });
});

describe('a pause', () => {
  const harm = { reason: 'harm', kind: 'dismissed', hits: 80, persons: 200, tolerance: 0.1 } as const;

  it('says why, and the merchant may let it go on', async () => {
    await pauseTactic(ports, { shopId, tactic: 'shelf', because: harm });
    expect(await tactic()).toMatchObject({ state: 'paused', pausedBecause: harm });
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(false);
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: true });
    expect(await tactic()).toMatchObject({ state: 'on', pausedBecause: null });
    expect((await tactic()).changes.map(({ change }) => change)).toEqual([
      'resumed',
      'paused',
      'switched-on',
    ]);
  });

  it('does not touch what the merchant has switched off meanwhile', async () => {
    await switchOff(ports, { shopId, tactic: 'shelf' });
    await pauseTactic(ports, { shopId, tactic: 'shelf', because: harm });
    expect((await tacticStatus(ports.db.read, shopId, 'shelf')).state).toBe('off');
  });

  it('for want of a decision ends with the decision only', async () => {
    ports.clock.advance(80 * DAY_MS);
    await pauseTactic(ports, { shopId, tactic: 'shelf', because: { reason: 'review-overdue', dueOn: 1 } });
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: false, reason: 'decide-first' });
    await decide('keep');
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(true);
  });
});
