import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentLayer } from '../holdout/layer-store.server';
import { localDay } from '../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { draftNote } from './decision-note';
import { runningReview } from './review-store.server';
import { saveNote } from './save-note.server';
import { switchOff } from './switch-off.server';
import { switchOn } from './switch-on.server';
import type { TacticName } from './tactic';
import { isOn, listChanges, tacticStates, tacticStatus } from './tactic-store.server';

let ports: TestPorts;
let shopId: number;
const draft = (tactic: TacticName) =>
  draftNote(tactic, { owner: 'Corner', todayOn: localDay(ports.clock.now(), 'Europe/London') });

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

describe('switching a tactic on', () => {
  it('is off after install', async () => {
    const states = await tacticStates(ports.db.read, shopId);
    expect(states.map(({ name, state, note }) => ({ name, state, note }))).toEqual([
      { name: 'shelf', state: 'off', note: null },
      { name: 'reminder', state: 'off', note: null },
      { name: 'follow-up', state: 'off', note: null },
    ]);
  });

  it('of a mail in place of the shop’s own is refused until the merchant says that this one is off', async () => {
    await ports.db.write((tx) =>
      tx.prisma.shop.updateMany({ data: { legalName: 'Corner Ltd', postalAddress: '1 High Street' } }),
    );
    const about = { shopId, tactic: 'follow-up', note: draft('follow-up') } as const;
    expect(await switchOn(ports, about)).toEqual({ ok: false, reason: 'old-mail-first' });
    expect(await switchOn(ports, { ...about, oldMailIsOff: true })).toEqual({ ok: true });
    // On or paused it was said already.
    expect(await switchOn(ports, about)).toEqual({ ok: true });
  });

  it('is refused without a decision note, and with an incomplete one', async () => {
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: false, reason: 'no-note' });
    const note = { ...draft('shelf'), why: ' ' };
    expect(await switchOn(ports, { shopId, tactic: 'shelf', note })).toMatchObject({
      ok: false,
      reason: 'note-incomplete',
      problems: { why: 'Say why it is worth doing.' },
    });
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(false);
    expect(await currentLayer(ports.db.read, shopId, 'holdout')).toBeNull();
    expect(await ports.db.read.prisma.decisionNote.count()).toBe(0);
  });

  it('needs legal name and postal address for what sends mail', async () => {
    const note = draft('reminder');
    expect(await switchOn(ports, { shopId, tactic: 'reminder', note })).toEqual({
      ok: false,
      reason: 'legal-details-missing',
    });
    const data = { legalName: 'Corner Ltd', postalAddress: '1 High Street, London' };
    await ports.db.write((tx) => tx.prisma.shop.update({ where: { id: shopId }, data }));
    expect(await switchOn(ports, { shopId, tactic: 'reminder', note })).toEqual({ ok: true });
  });

  it('starts the standing holdout and its own control once, whatever is switched later', async () => {
    await switchOn(ports, { shopId, tactic: 'shelf', note: draft('shelf') });
    const holdout = await currentLayer(ports.db.read, shopId, 'holdout');
    expect(holdout).toMatchObject({ version: 1, shareBp: 1000 });
    expect(await currentLayer(ports.db.read, shopId, 'shelf')).toMatchObject({ version: 1, shareBp: 1000 });
    expect(await currentLayer(ports.db.read, shopId, 'reminder')).toBeNull();

    const firstOnAt = ports.clock.now();
    ports.clock.advance(86_400_000);
    await switchOff(ports, { shopId, tactic: 'shelf' });
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(false);
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: true });
    expect(await ports.db.read.prisma.layer.count({ where: { shopId } })).toBe(2);
    expect(await currentLayer(ports.db.read, shopId, 'holdout')).toEqual(holdout);
    const status = await tacticStatus(ports.db.read, shopId, 'shelf');
    expect(status).toMatchObject({ state: 'on', firstOnAt, note: { version: 1 } });
    const changes = await listChanges(ports.db.read, shopId, 'shelf');
    expect(changes.map((row) => row.change)).toEqual(['switched-on', 'switched-off', 'switched-on']);
  });

  it('goes on with its review, even past the day: only a decision ends it', async () => {
    await switchOn(ports, { shopId, tactic: 'shelf', note: draft('shelf') });
    const begun = await runningReview(ports.db.read, shopId, 'shelf');
    await switchOff(ports, { shopId, tactic: 'shelf' });
    ports.clock.advance(40 * 86_400_000);
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: true });
    expect(await runningReview(ports.db.read, shopId, 'shelf')).toEqual(begun);
  });
});

describe('a note that changes', () => {
  it('becomes the next version and takes force; an unchanged one does not', async () => {
    await switchOn(ports, { shopId, tactic: 'shelf', note: draft('shelf') });
    const note = { ...draft('shelf'), why: 'Because people ask for it.' };
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note })).toEqual({ ok: true, version: 2 });
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note })).toEqual({ ok: true, version: 2 });
    const row = await ports.db.read.prisma.tactic.findFirstOrThrow({ where: { shopId } });
    const inForce = await ports.db.read.prisma.decisionNote.findFirstOrThrow({
      where: { id: row.noteId ?? 0 },
    });
    expect(inForce).toMatchObject({ version: 2, why: 'Because people ask for it.' });
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(true);
  });

  it('may be kept before the tactic is ever switched on', async () => {
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note: draft('shelf') })).toEqual({
      ok: true,
      version: 1,
    });
    expect(await isOn(ports.db.read, shopId, 'shelf')).toBe(false);
    expect(await saveNote(ports, { shopId, tactic: 'shelf', note: {} })).toMatchObject({
      reason: 'note-incomplete',
    });
    expect(await switchOn(ports, { shopId, tactic: 'shelf' })).toEqual({ ok: true });
  });
});
