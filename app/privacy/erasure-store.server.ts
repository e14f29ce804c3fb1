import type { Assignment } from '@prisma/client';
import { inParts } from '../db/in-parts';
import { statement } from '../db/statement';
import type { Tx, Writer } from '../ports';
import { STANDING_SQL } from '../results/counting/history-store.server';
import type { Traces } from './trace-store.server';

type NewId = () => string;

/**
 * Removes what only serves the person: orders, purchases, forecasts, off switches, shelf events, reminders and
 * follow-ups with their mails; and every rejected line of an upload.
 */
export async function removeRows(tx: Tx, shopId: number, traces: Traces): Promise<void> {
  for (const part of inParts(traces.orders.map((order) => order.orderId))) {
    const where = { shopId, orderId: { in: part } };
    await tx.prisma.purchase.deleteMany({ where });
    await tx.prisma.order.deleteMany({ where });
    await tx.prisma.dirtyOrder.deleteMany({ where });
  }
  // Somebody else may have bought on the same browser: their order stays, without it.
  for (const part of inParts(traces.browserIds)) {
    const change = { where: { shopId, browserId: { in: part } }, data: { browserId: null } };
    await tx.prisma.purchase.updateMany(change);
    await tx.prisma.order.updateMany(change);
  }
  for (const part of inParts(traces.browserIds))
    await tx.prisma.waitingOffer.deleteMany({ where: { shopId, visitor: { in: part } } });
  for (const part of inParts(traces.checkoutTokens))
    await tx.prisma.waitingOffer.deleteMany({ where: { shopId, checkoutToken: { in: part } } });
  for (const part of inParts(traces.keys.map((key) => key.id))) {
    const where = { shopId, keyId: { in: part } };
    await tx.prisma.forecast.deleteMany({ where });
    await tx.prisma.optOut.deleteMany({ where });
    await tx.prisma.shelfEvent.deleteMany({ where });
  }
  const emailHashes = new Set<string>();
  for (const part of inParts(traces.messageIds)) {
    const messages = await tx.prisma.message.findMany({
      where: { shopId, id: { in: part } },
      select: { emailHash: true },
    });
    for (const { emailHash } of messages) if (emailHash) emailHashes.add(emailHash);
    await tx.prisma.heldSettlement.deleteMany({ where: { shopId, messageId: { in: part } } });
    await tx.prisma.mailLink.deleteMany({ where: { shopId, messageId: { in: part } } });
    await tx.prisma.message.deleteMany({ where: { shopId, id: { in: part } } });
  }
  for (const part of inParts([...emailHashes])) {
    const where = { shopId, emailHash: { in: part } };
    await tx.prisma.mailReturn.deleteMany({ where });
    await tx.prisma.mailPace.deleteMany({ where });
    await tx.prisma.consentWish.deleteMany({ where });
  }
  for (const part of inParts(traces.reminderIds))
    await tx.prisma.reminder.deleteMany({ where: { shopId, id: { in: part } } });
  for (const part of inParts(traces.followUps.map((followUp) => followUp.id)))
    await tx.prisma.followUp.deleteMany({ where: { shopId, id: { in: part } } });
  // They name orders that were never taken, so that nothing tells whose they are.
  await tx.prisma.importReject.deleteMany({ where: { shopId } });
}

/**
 * Puts a fresh random key in the person's place in draws, exposures and outcomes, in every arm alike, and clears what
 * they were about: the sums stay, the person does not. Exposures that never counted go.
 */
export async function anonymise(
  tx: Tx,
  shopId: number,
  traces: Traces,
  ids: { newId: NewId; at: Date },
): Promise<void> {
  const keyIds = traces.keys.map((key) => key.id);
  if (keyIds.length === 0) return;
  const made = await makeErasedKey(tx, shopId, ids);
  await removeUncounted(tx, shopId, keyIds);
  await anonymiseOutcomes(tx, shopId, keyIds, made, ids);
  const draws: Assignment[] = [];
  for (const part of inParts(keyIds)) {
    const where = { shopId, keyId: { in: part } };
    draws.push(...(await tx.prisma.assignment.findMany({ where })));
    await tx.prisma.assignment.deleteMany({ where });
    for (const { id } of await tx.prisma.exposure.findMany({ where, select: { id: true } })) {
      const data = { keyId: made, businessKey: `erased:${ids.newId()}`, detail: {}, device: '' };
      await tx.prisma.exposure.update({ where: { shopId, id }, data });
    }
    await tx.prisma.shopperLink.deleteMany({
      where: { shopId, OR: [{ aKeyId: { in: part } }, { bKeyId: { in: part } }] },
    });
    await tx.prisma.shopperKey.deleteMany({ where: { shopId, id: { in: part } } });
  }
  // The older arm is the one that held. Several buckets together could tell whose they were.
  draws.sort((a, b) => a.drawnAt.getTime() - b.drawnAt.getTime() || a.keyId - b.keyId);
  for (const draw of firstOf(draws, (row) => row.layerId)) {
    await tx.prisma.assignment.create({ data: { ...draw, keyId: made, bucket: -1 } });
  }
}

async function makeErasedKey(
  tx: Tx,
  shopId: number,
  { newId, at }: { newId: NewId; at: Date },
): Promise<number> {
  const data = { shopId, kind: 'erased', value: newId(), personId: 0, createdAt: at };
  const { id } = await tx.prisma.shopperKey.create({ data });
  await tx.prisma.shopperKey.update({ where: { shopId, id }, data: { personId: id } });
  return id;
}

/**
 * Counts are final from here on and stay as they are, so that the daily sums do. A merge that was not counted yet may have
 * left two rows of one comparison: the second gets a key of its own.
 */
async function anonymiseOutcomes(
  tx: Tx,
  shopId: number,
  keyIds: readonly number[],
  made: number,
  ids: { newId: NewId; at: Date },
): Promise<void> {
  const taken = new Set<string>();
  for (const part of inParts(keyIds)) {
    const rows = await tx.prisma.outcome.findMany({
      where: { shopId, keyId: { in: part } },
      select: { tactic: true, keyId: true },
    });
    for (const { tactic, keyId } of rows) {
      const key = taken.has(tactic) ? await makeErasedKey(tx, shopId, ids) : made;
      taken.add(tactic);
      await tx.prisma.outcome.update({
        where: { shopId_tactic_keyId: { shopId, tactic, keyId } },
        data: { keyId: key, orderId: null },
      });
    }
  }
}

const REMOVE_UNCOUNTED = statement(
  `DELETE FROM "Exposure" WHERE "shopId" = :shopId AND "id" IN (
    SELECT e."id" FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId" AND k."shopId" = e."shopId"
    WHERE e."shopId" = :shopId AND e."keyId" IN (SELECT "value" FROM numbers(:keyIds)) AND ${STANDING_SQL} <> 'counts')`,
);

/** What was left out of the results in every arm must not be counted now that its key changes. */
async function removeUncounted(tx: Writer, shopId: number, keyIds: readonly number[]): Promise<void> {
  await tx.run(REMOVE_UNCOUNTED, { shopId, keyIds });
}

/** Clears the requests and failed jobs that still name the person. */
export async function forgetMentions(tx: Tx, shopId: number, names: readonly string[]): Promise<void> {
  const isMentioned = (held: unknown) => {
    const words = new Set(JSON.stringify(held).match(/[\w-]+/g) ?? []);
    return names.some((name) => words.has(name));
  };
  const requests = await tx.prisma.inboxMessage.findMany({
    where: { shopId, topic: { startsWith: 'customers/' } },
  });
  const jobs = await tx.prisma.job.findMany({ where: { shopId, state: 'failed' } });
  const mentioned = <Row extends { payload: unknown; error: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => isMentioned([row.payload, row.error]));
  await tx.prisma.inboxMessage.updateMany({
    where: {
      shopId,
      webhookId: { in: mentioned(requests).map(({ webhookId }) => webhookId) },
      state: { not: 'new' },
    },
    data: { payload: {} },
  });
  await tx.prisma.job.updateMany({
    where: { shopId, id: { in: mentioned(jobs).map(({ id }) => id) } },
    data: { payload: {}, error: 'Emptied by an erasure.' },
  });
}

function firstOf<T, K>(rows: readonly T[], keyOf: (row: T) => K): readonly T[] {
  const first = new Map<K, T>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first.values()];
}
