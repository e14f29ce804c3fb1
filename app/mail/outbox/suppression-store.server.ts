import type { Reader, Tx } from '../../ports';
import { loadPace } from './pace-store.server';
import { productOfScope, type ItemScope } from './item-scope';

export type KindScope = 'all' | 'reminder' | 'follow-up';
export type SuppressionScope = KindScope | ItemScope;

export type SuppressionSource = 'link' | 'one-click' | 'bounce' | 'complaint';

/** Whether an address wants no mail of this kind, or none at all. */
export async function isSuppressed(
  db: Reader,
  shopId: number,
  emailHash: string,
  scope: SuppressionScope,
): Promise<boolean> {
  const found = await db.prisma.suppression.findFirst({
    where: { shopId, emailHash, scope: { in: ['all', scope] } },
  });
  if (found !== null || scope !== 'follow-up') return found !== null;
  return (await loadPace(db, shopId, emailHash)) === 'asked';
}

/** Why an address gets no mail of this kind, or none at all; null: it may. What its holder said goes before what happened. */
export async function whySilent(
  db: Reader,
  shopId: number,
  emailHash: string,
  scope: SuppressionScope,
): Promise<'unsubscribed' | 'complained' | 'came-back' | null> {
  const rows = await db.prisma.suppression.findMany({
    where: { shopId, emailHash, scope: { in: ['all', scope] } },
    select: { source: true },
  });
  const sources = new Set(rows.map((row) => row.source));
  if (sources.size === 0) return null;
  if (sources.size === 1 && sources.has('bounce')) return 'came-back';
  return [...sources].every((source) => source === 'bounce' || source === 'complaint')
    ? 'complained'
    : 'unsubscribed';
}

/** Products that an address wants no mail about, with when that was said. */
export async function mutedProducts(
  db: Reader,
  shopId: number,
  emailHash: string,
): Promise<ReadonlyMap<bigint, Date>> {
  const rows = await db.prisma.suppression.findMany({
    where: { shopId, emailHash, scope: { startsWith: 'item:' } },
    select: { scope: true, at: true },
  });
  return new Map(
    rows.flatMap(({ scope, at }) => {
      const productId = productOfScope(scope);
      return productId === null ? [] : [[productId, at] as const];
    }),
  );
}

function isKindScope(scope: string): scope is KindScope {
  return productOfScope(scope) === null;
}

/** When mail of each scope was unwanted first, by whoever said so. */
export async function silencedAt(
  db: Reader,
  shopId: number,
  emailHash: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.prisma.suppression.findMany({
    where: { shopId, emailHash },
    orderBy: { at: 'desc' },
  });
  return new Map(rows.map(({ scope, at }) => [scope, at]));
}

/** What the holders of some addresses said through a link that they want no more mail of. */
export async function wishedSilence(
  db: Reader,
  shopId: number,
  emailHashes: readonly string[],
): Promise<ReadonlySet<KindScope>> {
  const rows = await db.prisma.suppression.findMany({
    where: { shopId, emailHash: { in: [...emailHashes] }, source: { in: ['link', 'one-click'] } },
    select: { scope: true },
  });
  // Of single items nothing is said here: mail about others still comes.
  return new Set(rows.map((row) => row.scope).filter(isKindScope));
}

/** Keeps the oldest of its source: saying it twice changes nothing, and a wish taken back leaves what others said. */
export async function suppress(
  tx: Tx,
  wish: {
    shopId: number;
    emailHash: string;
    scope: SuppressionScope;
    source: SuppressionSource;
    at: Date;
  },
): Promise<void> {
  const { shopId, emailHash, scope, source } = wish;
  await tx.prisma.suppression.upsert({
    where: { shopId_emailHash_scope_source: { shopId, emailHash, scope, source } },
    create: wish,
    update: {},
  });
}

/** Takes back what the shopper said through a link. Bounces, complaints and the merchant's word stay. */
export async function takeBackWishes(
  tx: Tx,
  wish: { shopId: number; emailHash: string; scopes: readonly SuppressionScope[] },
): Promise<void> {
  const { shopId, emailHash, scopes } = wish;
  await tx.prisma.suppression.deleteMany({
    where: { shopId, emailHash, scope: { in: [...scopes] }, source: { in: ['link', 'one-click'] } },
  });
}
