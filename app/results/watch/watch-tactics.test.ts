import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentLayer, startLayer } from '../../holdout/layer-store.server';
import { localDay } from '../../shops/local-day';
import { draftNote } from '../../tactics/decision-note';
import { loadTactics } from '../../tactics/load-tactics.server';
import { recordDecision } from '../../tactics/record-decision.server';
import { runningReview } from '../../tactics/review-store.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn } from '../../tactics/switch-on.server';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { watchTactics } from './watch-tactics.server';

const DAY_MS = 86_400_000;
const tactic = 'shelf';
let ports: TestPorts;
let shop: { id: number; timeZone: string };
let layerId: number;

const today = () => localDay(ports.clock.now(), shop.timeZone);
const watch = () => watchTactics(ports, { shopId: shop.id });
const shelf = async () => (await loadTactics(ports, shop))[0];
const review = () => runningReview(ports.db.read, shop.id, tactic);

async function count(
  metric: string,
  arm: 'treated' | 'control',
  dayOn: number,
  persons: number,
): Promise<void> {
  const row = { shopId: shop.id, tactic, layerId, segment: 'all', arm, metric, dayOn, persons };
  await ports.db.write((tx) => tx.prisma.resultSum.create({ data: row }));
}

async function begin(fallsBack: 'yes' | 'no'): Promise<void> {
  const note = { ...draftNote(tactic, { owner: 'Corner', todayOn: today() }), fallsBack };
  await switchOn(ports, { shopId: shop.id, tactic, note });
  layerId = (await currentLayer(ports.db.read, shop.id, tactic))?.id ?? 0;
}

beforeEach(async () => {
  ports = await makeTestPorts();
  shop = await makeTestShop(ports);
  await begin('no');
});
afterEach(() => ports.close());

describe('locking a review', () => {
  it('keeps what was counted by its days, whatever comes later and however often it is asked', async () => {
    const start = today();
    await count('converted', 'treated', start + 27, 40);
    await count('converted', 'control', start + 27, 4);
    await count('converted', 'treated', start + 28, 7);
    await count('closed-converted', 'treated', start + 56, 45);
    await count('closed-converted', 'treated', start + 57, 9);
    await watch();
    expect(await review()).toMatchObject({ open: null, closed: null });
    ports.clock.advance(29 * DAY_MS);
    await watch();
    expect(await review()).toMatchObject({ open: { treated: 40, control: 4 }, closed: null });
    await count('converted', 'control', start + 5, 100);
    ports.clock.advance(30 * DAY_MS);
    await watch();
    await watch();
    expect(await review()).toMatchObject({
      open: { treated: 40, control: 4 },
      closed: { treated: 45, control: 0 },
    });
  });

  it('begins anew with a new version of the draw', async () => {
    const before = await review();
    await ports.db.write((tx) =>
      startLayer(tx, { shopId: shop.id, name: tactic, shareBp: 3000, at: ports.clock.now() }),
    );
    await watch();
    const after = await review();
    expect(after?.layerId).not.toBe(before?.layerId);
    expect(after).toMatchObject({ dueOn: today() + 28, open: null });
  });
});

describe('harm', () => {
  it('at the tolerance pauses nothing; far beyond it pauses and says why', async () => {
    await count('exposed', 'treated', today(), 400);
    await count('dismissed', 'treated', today(), 40);
    await watch();
    expect(await shelf()).toMatchObject({ state: 'on' });
    await count('dismissed', 'treated', today() - 1, 60);
    await watch();
    expect(await shelf()).toMatchObject({
      state: 'paused',
      pausedBecause: { reason: 'harm', kind: 'dismissed', hits: 100, persons: 400, tolerance: 0.1 },
    });
  });

  it('counts afresh after the merchant let it go on', async () => {
    await count('exposed', 'treated', today(), 400);
    await count('dismissed', 'treated', today(), 100);
    await watch();
    await switchOn(ports, { shopId: shop.id, tactic });
    await watch();
    expect(await shelf()).toMatchObject({ state: 'on' });
    ports.clock.advance(DAY_MS);
    await count('dismissed', 'treated', today(), 90);
    await watch();
    expect(await shelf()).toMatchObject({ state: 'paused', pausedBecause: { hits: 90, persons: 300 } });
  });

  it('of a tactic that is off is nobody’s business', async () => {
    await count('exposed', 'treated', today(), 400);
    await count('dismissed', 'treated', today(), 300);
    await switchOff(ports, { shopId: shop.id, tactic });
    await watch();
    expect(await shelf()).toMatchObject({ state: 'off' });
  });
});

describe('a review that nobody decides', () => {
  it('is overdue and goes on, unless the note says otherwise', async () => {
    ports.clock.advance(64 * DAY_MS);
    await watch();
    expect(await shelf()).toMatchObject({ state: 'on', review: { stage: 'overdue' } });
  });

  it('falls back to the default where the note says so, until somebody decides', async () => {
    await switchOff(ports, { shopId: shop.id, tactic });
    const draft = { decision: 'retire', why: 'Start over.', decidedBy: 'Ada' };
    await recordDecision(ports, { shopId: shop.id, tactic, draft });
    await begin('yes');
    ports.clock.advance(62 * DAY_MS);
    await watch();
    expect(await shelf()).toMatchObject({ state: 'on' });
    ports.clock.advance(2 * DAY_MS);
    await watch();
    expect(await shelf()).toMatchObject({ state: 'paused', pausedBecause: { reason: 'review-overdue' } });
    await recordDecision(ports, { shopId: shop.id, tactic, draft: { ...draft, decision: 'keep' } });
    await watch();
    expect(await shelf()).toMatchObject({ state: 'on', review: { stage: 'running' } });
  });
});
