import type { Reader, Tx } from '../ports';

/** A new address takes the place of the old one, which stops working. */
export async function saveCalendarFeed(
  tx: Tx,
  feed: { readonly shopId: number; readonly tokenHash: string; readonly createdAt: Date },
): Promise<void> {
  const { shopId } = feed;
  await tx.prisma.calendarFeed.upsert({ where: { shopId }, create: feed, update: feed });
}

export async function removeCalendarFeed(tx: Tx, shopId: number): Promise<void> {
  await tx.prisma.calendarFeed.deleteMany({ where: { shopId } });
}

/** Since when a shop has an address, or null. */
export async function calendarFeedSince(reader: Reader, shopId: number): Promise<Date | null> {
  return (await reader.prisma.calendarFeed.findUnique({ where: { shopId } }))?.createdAt ?? null;
}

/** Whose calendar a token opens. */
export async function shopOfCalendar(reader: Reader, tokenHash: string): Promise<number | null> {
  return (await reader.prisma.calendarFeed.findFirst({ where: { tokenHash } }))?.shopId ?? null;
}
