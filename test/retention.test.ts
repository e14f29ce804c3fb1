/** What the register says of how long something is kept is what the code does. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FAILED_DAYS } from '../app/jobs/failed-days';
import { findLink, saveLinks } from '../app/mail/links/link-store.server';
import { forgetOldInbox } from '../app/orders/intake/reconcile-orders.server';
import { sweepUploads } from '../app/orders/upload/sweep-uploads.server';
import { REGISTER } from '../app/privacy/register';
import { makeTestPorts, makeTestShop, type TestPorts } from './support/test-ports';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

/** The numbers that a sentence of the register names, in its order. */
function said(table: 'MailLink' | 'ImportReject' | 'OrderImport' | 'InboxMessage' | 'Job'): number[] {
  const entry = REGISTER[table];
  return entry.personal ? (entry.howLong.match(/\d+/g) ?? []).map(Number) : [];
}

it('links in mails work as long as it says', async () => {
  const at = ports.clock.now();
  const message = { id: 'm1', shopId, kind: 'reminder', businessKey: 'k', subjectId: 's', state: 'sent' };
  await ports.db.write(async (tx) => {
    await tx.prisma.message.create({ data: { ...message, meantFor: at, dueAt: at, createdAt: at } });
    await saveLinks(tx, { shopId, messageId: 'm1', at }, { snooze: 'snooze', unsubscribe: 'unsubscribe' });
  });
  const [snoozeDays = 0, unsubscribeDays = 0] = said('MailLink');
  expect(snoozeDays).toBe(30);
  for (const [purpose, days] of [
    ['snooze', snoozeDays],
    ['unsubscribe', unsubscribeDays],
  ] as const) {
    const after = (ms: number) => new Date(at.getTime() + days * DAY_MS + ms);
    expect(await findLink(ports.db.read, purpose, purpose, after(-1))).not.toBeNull();
    expect(await findLink(ports.db.read, purpose, purpose, after(0))).toBeNull();
  }
});

it('rejected lines go after as many days as it says, an upload that cannot be read after as many hours', async () => {
  const startedAt = ports.clock.now();
  const upload = { shopId, fileName: 'x.csv', storedAs: 'x', sizeBytes: 1n, startedAt };
  await ports.db.write(async (tx) => {
    const { id } = await tx.prisma.orderImport.create({
      data: { ...upload, state: 'done', finishedAt: startedAt },
    });
    await tx.prisma.importReject.create({ data: { importId: id, shopId, line: 2, reason: 'Is empty.' } });
    await tx.prisma.orderImport.create({ data: { ...upload, state: 'waiting' } });
  });
  const waits = () => ports.db.read.prisma.orderImport.count({ where: { state: 'waiting' } });
  const [hours = 0] = said('OrderImport');
  ports.clock.advance(hours * HOUR_MS);
  await sweepUploads(ports);
  expect(await waits()).toBe(1);
  ports.clock.advance(1);
  await sweepUploads(ports);
  expect(await waits()).toBe(0);
  const [days = 0] = said('ImportReject');
  ports.clock.set(new Date(startedAt.getTime() + days * DAY_MS));
  await sweepUploads(ports);
  expect(await ports.db.read.prisma.importReject.count()).toBe(1);
  ports.clock.advance(1);
  await sweepUploads(ports);
  expect(await ports.db.read.prisma.importReject.count()).toBe(0);
});

it('a data request goes after as many days as it says', async () => {
  const receivedAt = ports.clock.now();
  const topic = 'customers/data_request';
  await ports.db.write((tx) =>
    tx.prisma.inboxMessage.create({
      data: { shopId, webhookId: 'w', topic, payload: {}, receivedAt, state: 'done' },
    }),
  );
  const [days = 0] = said('InboxMessage');
  ports.clock.advance(days * DAY_MS);
  await forgetOldInbox(ports);
  expect(await ports.db.read.prisma.inboxMessage.count()).toBe(1);
  ports.clock.advance(1);
  await forgetOldInbox(ports);
  expect(await ports.db.read.prisma.inboxMessage.count()).toBe(0);
});

it('a failed job goes after as many days as it says, but an erasure is owed', async () => {
  expect(said('Job')).toEqual([FAILED_DAYS]);
  const failedAt = ports.clock.wall();
  await ports.db.write(async (tx) => {
    for (const [kind, state] of [
      ['orders.arrived', 'failed'],
      ['privacy.erase-customer', 'failed'],
      ['orders.refetch', 'waiting'],
    ] as const)
      await tx.prisma.job.create({
        data: { kind, state, shopId, payload: {}, dueAt: failedAt, notBefore: failedAt },
      });
  });
  const kinds = async () =>
    (await ports.db.read.prisma.job.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind);
  ports.clock.advance(FAILED_DAYS * DAY_MS);
  await ports.jobs.forgetFailed();
  expect(await kinds()).toHaveLength(3);
  ports.clock.advance(1);
  await ports.jobs.forgetFailed();
  expect(await kinds()).toEqual(['privacy.erase-customer', 'orders.refetch']);
});
