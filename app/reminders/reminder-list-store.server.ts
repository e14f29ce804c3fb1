import type { Reader } from '../ports';
import type { ReminderState } from './reminder';
import type { ReminderRow } from './reminder-row';

/** One page, by the day of the reminder: what is to come soonest first, what is over latest first. */
export async function reminderPage(
  db: Reader,
  shopId: number,
  which: { states: readonly ReminderState[]; after: string | null; take: number; order: 'asc' | 'desc' },
): Promise<readonly (ReminderRow & { readonly productTitle: string | null })[]> {
  const { states, after, take, order } = which;
  const rows = await db.prisma.reminder.findMany({
    where: { shopId, state: { in: [...states] } },
    orderBy: [{ remindOn: order }, { id: order }],
    take,
    ...(after === null ? {} : { cursor: { shopId_id: { shopId, id: after } }, skip: 1 }),
  });
  const products = await db.prisma.product.findMany({
    where: { shopId, productId: { in: rows.map((row) => row.productId) } },
    select: { productId: true, title: true },
  });
  const titles = new Map(products.map((product) => [product.productId, product.title]));
  return rows.map((row) => ({ ...row, productTitle: titles.get(row.productId) ?? null }));
}

export async function countByState(db: Reader, shopId: number): Promise<Readonly<Record<string, number>>> {
  const rows = await db.prisma.reminder.groupBy({ by: ['state'], where: { shopId }, _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]));
}

export async function countActiveBetween(
  db: Reader,
  shopId: number,
  fromOn: number,
  toOn: number,
): Promise<number> {
  return db.prisma.reminder.count({
    where: { shopId, state: 'active', remindOn: { gte: fromOn, lte: toOn } },
  });
}
