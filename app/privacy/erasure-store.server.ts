import type { Assignment, Outcome } from '@prisma/client';
import { inParts } from '../db/in-parts';
import type { Tx } from '../ports';
import { STANDING } from '../results/exposure-store.server';
import type { Traces } from './trace-store.server';

type NewId = () => string;

/** Removes what only serves the person: orders, purchases, forecasts, off switches, shelf events, reminders and their mails. */
export async function removeRows(tx: Tx, shopId: number, traces: Traces): Promise<void> {
  for (const part of inParts(traces.orders.map((order) => order.orderId))) {
    const where = { shopId, orderId: { in: part } };
    await tx.purchase.deleteMany({ where });
    await tx.order.deleteMany({ where });
    await tx.dirtyOrder.deleteMany({ where });
  }
  // Somebody else may have bought on the same browser: their order stays, without it.
  for (const part of inParts(traces.browserIds)) {
    const change = { where: { shopId, browserId: { in: part } }, data: { browserId: null } };
    await tx.purchase.updateMany(change);
    await tx.order.updateMany(change);
  }
  for (const part of inParts(traces.keys.map((key) => key.id))) {
    const where = { shopId, keyId: { in: part } };
    await tx.forecast.deleteMany({ where });
    await tx.optOut.deleteMany({ where });
    await tx.shelfEvent.deleteMany({ where });
  }
  for (const part of inParts(traces.messageIds)) {
    await tx.mailLink.deleteMany({ where: { shopId, messageId: { in: part } } });
    await tx.message.deleteMany({ where: { shopId, id: { in: part } } });
  }
  for (const part of inParts(traces.reminderIds))
    await tx.reminder.deleteMany({ where: { shopId, id: { in: part } } });
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
  const made = await tx.shopperKey.create({
    data: { shopId, kind: 'erased', value: ids.newId(), personId: 0, createdAt: ids.at },
  });
  await tx.shopperKey.update({ where: { id: made.id }, data: { personId: made.id } });
  await removeUncounted(tx, shopId, keyIds);
  const draws: Assignment[] = [];
  const outcomes: Outcome[] = [];
  for (const part of inParts(keyIds)) {
    const where = { shopId, keyId: { in: part } };
    draws.push(...(await tx.assignment.findMany({ where })));
    await tx.assignment.deleteMany({ where });
    outcomes.push(...(await tx.outcome.findMany({ where })));
    await tx.outcome.deleteMany({ where });
    for (const { id } of await tx.exposure.findMany({ where, select: { id: true } })) {
      const data = { keyId: made.id, businessKey: `erased:${ids.newId()}`, detail: {} };
      await tx.exposure.update({ where: { id }, data });
    }
    await tx.shopperLink.deleteMany({
      where: { shopId, OR: [{ aKeyId: { in: part } }, { bKeyId: { in: part } }] },
    });
    await tx.shopperKey.deleteMany({ where: { shopId, id: { in: part } } });
  }
  // The older arm is the one that held. Several buckets together could tell whose they were.
  draws.sort((a, b) => a.drawnAt.getTime() - b.drawnAt.getTime() || a.keyId - b.keyId);
  for (const draw of firstOf(draws, (row) => row.layerId)) {
    await tx.assignment.create({ data: { ...draw, keyId: made.id, bucket: -1 } });
  }
  outcomes.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const outcome of firstOf(outcomes, (row) => `${row.tactic} ${row.metric}`)) {
    await tx.outcome.create({ data: { ...outcome, keyId: made.id, orderId: null } });
  }
}

/** What was left out of the results in every arm must not be counted now that its key changes. */
async function removeUncounted(tx: Tx, shopId: number, keyIds: readonly number[]): Promise<void> {
  for (const keyId of keyIds) {
    const rows = await tx.$queryRaw<{ id: number | bigint }[]>`
      SELECT e."id" FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId"
      WHERE e."shopId" = ${shopId} AND e."keyId" = ${keyId} AND ${STANDING} <> 'counts'`;
    await tx.exposure.deleteMany({ where: { id: { in: rows.map((row) => Number(row.id)) } } });
  }
}

/** Clears the requests and failed jobs that still name the person. */
export async function forgetMentions(tx: Tx, shopId: number, names: readonly string[]): Promise<void> {
  const isMentioned = (held: unknown) => {
    const words = new Set(JSON.stringify(held).match(/[\w-]+/g) ?? []);
    return names.some((name) => words.has(name));
  };
  const requests = await tx.inboxMessage.findMany({ where: { shopId, topic: { startsWith: 'customers/' } } });
  const jobs = await tx.job.findMany({ where: { shopId, state: 'failed' } });
  const mentioned = (rows: readonly { id: number; payload: unknown; error: string | null }[]) =>
    rows.filter((row) => isMentioned([row.payload, row.error])).map((row) => row.id);
  await tx.inboxMessage.updateMany({
    where: { id: { in: mentioned(requests) }, state: { not: 'new' } },
    data: { payload: {} },
  });
  await tx.job.updateMany({
    where: { id: { in: mentioned(jobs) } },
    data: { payload: {}, error: 'Emptied by an erasure.' },
  });
}

function firstOf<T, K>(rows: readonly T[], keyOf: (row: T) => K): readonly T[] {
  const first = new Map<K, T>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first.values()];
}
