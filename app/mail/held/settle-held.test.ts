import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { exportLedger } from '../ledger/export-ledger.server';
import { countDuplicates } from '../ledger/ledger-store.server';
import type { HeldChoice } from './held-choice';
import { listHeld } from './list-held.server';
import { settleHeld } from './settle-held.server';

const here = deliverInTests();
const { messages, reminders, deliver, planAt } = here;

const settle = async (choice: HeldChoice, id?: string) =>
  (
    await settleHeld(here.world.ports, MAIL_KINDS, {
      shopId: here.world.shop.id,
      id: id ?? (await messages())[0]?.id ?? '',
      choice,
    })
  ).result;
const list = () => listHeld(here.world.ports, MAIL_KINDS, here.world.shop.id);
const choices = async () =>
  (await here.world.ports.db.read.prisma.heldSettlement.findMany({ orderBy: { id: 'asc' } })).map(
    ({ choice }) => choice,
  );

/** One mail that the server took without saying so. */
async function hold(): Promise<void> {
  await here.world.remind({ orderId: 1n, remindOn: DAY });
  await planAt();
  here.smtp.behave('drop-after-data');
  await deliver();
  here.smtp.behave('accept');
  here.world.ports.clock.advance(3_600_000);
}

describe('a held mail', () => {
  it('is shown with what stands in the server’s log, and without its address', async () => {
    await hold();
    const [sent] = await here.smtp.parsed();
    const { held, count } = await list();
    expect(held).toMatchObject([{ messageId: sent?.messageId, isNotSent: false, maySendAgain: true }]);
    expect(count).toBe(1);
    expect(JSON.stringify(held)).not.toContain('example.test');
  });

  it('that was sent is sent, and nothing more goes out', async () => {
    await hold();
    expect(await settle('sent')).toBe('settled');
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: null }]);
    expect(await settle('not-sent')).toBe('not-held');
    await here.world.live('2026-12-20T12:00:00Z');
    expect(here.smtp.received).toHaveLength(1);
    expect(await list()).toEqual({ held: [], count: 0 });
  });

  it('that was not sent plans nothing by itself, counts for no cap, and may be sent again under its key', async () => {
    await hold();
    expect(await settle('not-sent')).toBe('settled');
    expect(await messages()).toMatchObject([{ state: 'failed', reason: 'not-sent', sentOnAt: null }]);
    expect(await reminders()).toMatchObject([{ state: 'expired', endReason: 'not-sent' }]);
    await here.world.live('2026-12-13T12:00:00Z');
    expect(here.smtp.received).toHaveLength(1);
    expect(await settle('sent')).toBe('not-held');
    const [{ businessKey } = { businessKey: '' }] = await messages();
    expect(await settle('send-again')).toBe('settled');
    await here.world.ports.runJobs(here.world.handlers);
    expect(here.smtp.received).toHaveLength(2);
    expect(await messages()).toMatchObject([{ state: 'sent', businessKey, acceptedTimes: 1 }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: null }]);
    expect(await choices()).toEqual(['not-sent', 'send-again']);
  });

  it('sent again goes through the last check: not to somebody who unsubscribed meanwhile', async () => {
    await hold();
    await settle('not-sent');
    const [message] = await messages();
    const data = { shopId: here.world.shop.id, emailHash: message?.emailHash ?? '', at: new Date() };
    await here.world.ports.db.write((tx) =>
      tx.prisma.suppression.create({ data: { ...data, scope: 'all', source: 'link' } }),
    );
    await settle('send-again');
    await here.world.ports.runJobs(here.world.handlers);
    expect(here.smtp.received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'unsubscribed' }]);
  });

  it('is not sent again when its day has passed, nor while an answer may still come', async () => {
    await hold();
    here.world.ports.clock.advance(-3_600_000);
    expect(await settle('send-again')).toBe('too-soon');
    here.world.ports.clock.advance(9 * 86_400_000);
    expect(await settle('send-again')).toBe('too-late');
    expect((await list()).held).toMatchObject([{ maySendAgain: false }]);
    await settle('not-sent');
    expect((await list()).count).toBe(0);
  });

  it('of another shop, or of none, is not there', async () => {
    await hold();
    const [message] = await messages();
    const about = { shopId: here.world.shop.id + 1, id: message?.id ?? '', choice: 'sent' as const };
    expect(await settleHeld(here.world.ports, MAIL_KINDS, about)).toEqual({ result: 'not-held' });
    expect(await settle('sent', 'nobody')).toBe('not-held');
    expect(await messages()).toMatchObject([{ state: 'held' }]);
  });

  it('settled twice at once is settled once', async () => {
    await hold();
    expect((await Promise.all([settle('sent'), settle('not-sent')])).sort()).toEqual(['not-held', 'settled']);
    expect(await choices()).toHaveLength(1);
  });
});

describe('the ledger', () => {
  const csv = () => new Response(exportLedger(here.world.ports, here.world.shop.id)).text();

  it('is every row of the outbox without addresses, however many there are', async () => {
    const at = here.world.ports.clock.now();
    const rows = Array.from({ length: 2_345 }, (_, place) => ({
      shopId: here.world.shop.id + (place === 0 ? 1 : 0),
      id: `m-${place}`,
      kind: 'reminder',
      businessKey: place === 1 ? '=cmd()' : `reminder:${place}:0`,
      subjectId: 'r',
      state: 'skipped',
      reason: 'capped',
      emailHash: 'the-hash-of-an-address',
      meantFor: at,
      dueAt: at,
      createdAt: at,
    }));
    await here.world.ports.db.write((tx) => tx.prisma.message.createMany({ data: rows }));
    const lines = (await csv()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 2_344);
    expect(lines[0]).toMatch(/^\uFEFF?business key,kind,state,reason/);
    expect(lines.filter((line) => line.startsWith("'=cmd()"))).toHaveLength(1);
    expect(lines.join()).not.toMatch(/the-hash-of-an-address|m-0\b/);
  });

  it('is a header alone where nothing was planned', async () => {
    expect((await csv()).trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('counts a key for which the server took more than one mail, and only that', async () => {
    await hold();
    const [message] = await messages();
    expect(await countDuplicates(here.world.ports.db.read, here.world.shop.id)).toBe(0);
    await here.world.ports.db.write((tx) =>
      tx.prisma.message.updateMany({ where: { id: message?.id ?? '' }, data: { acceptedTimes: 2 } }),
    );
    expect(await countDuplicates(here.world.ports.db.read, here.world.shop.id)).toBe(1);
    expect(await countDuplicates(here.world.ports.db.read, here.world.shop.id + 1)).toBe(0);
  });
});
