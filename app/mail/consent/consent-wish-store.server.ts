import type { Reader, Tx } from '../../ports';

/** What a customer wished, and what Shopify's own record of them should say. */
export interface ConsentWish {
  readonly shopId: number;
  readonly customerId: bigint;
  readonly emailHash: string;
  readonly wanted: 'unsubscribed' | 'subscribed';
}

/**
 * `waiting`: for the job. `to-tell`: Larder may not write it, so the merchant is told. `written`; `moot`: the record has another
 * address now, says so already, or Shopify refuses.
 */
type WishState = 'waiting' | 'to-tell' | 'written' | 'moot';

/** The customer that a key stands for; null for a browser or a checkout. */
export async function customerOfKey(db: Reader, shopId: number, keyId: number): Promise<bigint | null> {
  const key = await db.prisma.shopperKey.findFirst({ where: { shopId, id: keyId, kind: 'account' } });
  return key && /^\d+$/.test(key.value) ? BigInt(key.value) : null;
}

/**
 * Notes a wish. Taken back before Larder has written it, nothing is left of it; taken back after, the record goes back to what
 * it said.
 */
export async function keepWish(tx: Tx, wish: ConsentWish & { readonly at: Date }): Promise<void> {
  const { shopId, customerId, emailHash, wanted, at } = wish;
  const where = { shopId_customerId: { shopId, customerId } };
  const known = await tx.prisma.consentWish.findUnique({ where });
  const isWritten = known?.wanted === 'unsubscribed' && known.state === 'written';
  if (wanted === 'subscribed' && !isWritten) {
    await tx.prisma.consentWish.deleteMany({ where: { shopId, customerId, wanted: 'unsubscribed' } });
    return;
  }
  if (known?.wanted === wanted && known.state !== 'moot') return;
  const data = { emailHash, wanted, state: 'waiting', wishedAt: at, settledAt: null };
  await tx.prisma.consentWish.upsert({ where, create: { shopId, customerId, ...data }, update: data });
}

/** Wishes that nobody has carried out, the oldest first. */
export async function openWishes(
  db: Reader,
  shopId: number,
  about: { readonly states: readonly WishState[]; readonly take: number },
): Promise<readonly (ConsentWish & { readonly wishedAt: Date })[]> {
  const rows = await db.prisma.consentWish.findMany({
    where: { shopId, state: { in: [...about.states] } },
    orderBy: [{ wishedAt: 'asc' }, { customerId: 'asc' }],
    take: about.take,
  });
  return rows.map((row) => ({ ...row, wanted: row.wanted === 'subscribed' ? 'subscribed' : 'unsubscribed' }));
}

export async function countToTell(db: Reader, shopId: number): Promise<number> {
  return db.prisma.consentWish.count({ where: { shopId, state: 'to-tell' } });
}

/** What became of a wish; one that was changed meanwhile stays open. */
export async function settleWish(
  tx: Tx,
  { shopId, customerId, wanted }: ConsentWish,
  to: { readonly state: Exclude<WishState, 'waiting'>; readonly at: Date },
): Promise<void> {
  const data = { state: to.state, settledAt: to.at };
  await tx.prisma.consentWish.updateMany({ where: { shopId, customerId, wanted }, data });
}
