import type { Reader } from '../ports';
import type { ReminderEnd, ReminderState } from './reminder';
import { STATES_OF, type ReminderView } from './reminder-view';

export interface ReminderLine {
  readonly id: string;
  readonly productTitle: string;
  readonly email: string | null;
  readonly remindOn: number;
  readonly state: ReminderState;
  readonly endReason: ReminderEnd | null;
}

/** One page of reminders: those to come by their day, those that ended newest first. */
export async function listReminderLines(
  reader: Reader,
  shopId: number,
  page: { view: ReminderView; offset: number; limit: number },
): Promise<readonly ReminderLine[]> {
  const { view, offset, limit } = page;
  const rows = await reader.reminder.findMany({
    where: { shopId, state: { in: [...STATES_OF[view]] } },
    orderBy: view === 'waiting' ? [{ remindOn: 'asc' }, { id: 'asc' }] : [{ endedAt: 'desc' }, { id: 'asc' }],
    skip: offset,
    take: limit,
  });
  const products = await reader.product.findMany({
    where: { shopId, productId: { in: rows.map((row) => row.productId) } },
    select: { productId: true, title: true },
  });
  const titles = new Map(products.map((product) => [product.productId, product.title]));
  return rows.map(({ id, productId, email, remindOn, state, endReason }) => ({
    id,
    productTitle: titles.get(productId) ?? 'A product that is gone',
    email,
    remindOn,
    state: state as ReminderState,
    endReason: endReason as ReminderEnd | null,
  }));
}

export async function countByState(reader: Reader, shopId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.reminder.groupBy({ by: ['state'], where: { shopId }, _count: { _all: true } });
  return new Map(rows.map((row) => [row.state, row._count._all]));
}

/** Reminders that are sure to be due, by local day, both ends included. */
export async function countByDay(
  reader: Reader,
  shopId: number,
  days: { fromOn: number; toOn: number },
): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.reminder.groupBy({
    by: ['remindOn'],
    where: { shopId, state: 'active', remindOn: { gte: days.fromOn, lte: days.toOn } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.remindOn, row._count._all]));
}

/** What became of the mails, by state and reason. */
export async function countOutcomes(
  reader: Reader,
  shopId: number,
): Promise<readonly { state: string; reason: string | null; count: number }[]> {
  const rows = await reader.message.groupBy({
    by: ['state', 'reason'],
    where: { shopId, kind: 'reminder' },
    _count: { _all: true },
  });
  return rows.map(({ state, reason, _count }) => ({ state, reason, count: _count._all }));
}

/** Mails that were handed over without an answer, newest first: they may have gone out and are never sent again. */
export async function listHeld(
  reader: Reader,
  shopId: number,
  limit: number,
): Promise<readonly { id: string; email: string | null; claimedAt: Date | null }[]> {
  const held = await reader.message.findMany({
    where: { shopId, kind: 'reminder', state: 'held' },
    select: { id: true, subjectId: true, claimedAt: true },
    orderBy: { claimedAt: 'desc' },
    take: limit,
  });
  const reminders = await reader.reminder.findMany({
    where: { shopId, id: { in: held.map((message) => message.subjectId) } },
    select: { id: true, email: true },
  });
  const emails = new Map(reminders.map((reminder) => [reminder.id, reminder.email]));
  return held.map(({ id, subjectId, claimedAt }) => ({
    id,
    claimedAt,
    email: emails.get(subjectId) ?? null,
  }));
}
