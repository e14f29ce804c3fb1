import { Prisma } from '@prisma/client';
import type { Reader, Tx } from '../ports';
import { meant } from './verdict-store.server';
import type { VerdictSelection } from './verdict-view';

export interface Word {
  /** Null: Larder's own verdict holds. */
  readonly says: boolean | null;
  readonly at: Date;
  /** Names the change, so that it can be undone as one. */
  readonly changeId: string;
}

/** Sets the merchant's word where it is another than now, and keeps what it was. @returns how many products changed */
export async function saveWord(
  tx: Tx,
  shopId: number,
  selection: VerdictSelection,
  { says, at, changeId }: Word,
): Promise<number> {
  const changed = await tx.$executeRaw`
    INSERT INTO "Overruling" ("shopId", "changeId", "productId", "saidBefore", "saidBeforeAt", "says", "at")
    SELECT c."shopId", ${changeId}, c."productId", c."merchantSays", c."overruledAt", ${says}, ${at}
    FROM "Consumable" c JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId"
    WHERE ${meant(shopId, selection)} AND c."merchantSays" IS DISTINCT FROM ${says}`;
  if (changed === 0) return 0;
  await tx.$executeRaw`
    UPDATE "Consumable" SET "merchantSays" = ${says}, "holds" = coalesce(${says}, "modelSays"),
      "overruledAt" = ${says === null ? null : at}
    WHERE "shopId" = ${shopId}
      AND "productId" IN (SELECT "productId" FROM "Overruling" WHERE "shopId" = ${shopId} AND "changeId" = ${changeId})`;
  return changed;
}

/** Puts back what a change had found, but for products about which the merchant has spoken since. @returns how many */
export async function takeBackWord(tx: Tx, shopId: number, changeId: string): Promise<number> {
  const unchangedSince = Prisma.sql`c."merchantSays" IS NOT DISTINCT FROM o."says"
    AND c."overruledAt" IS NOT DISTINCT FROM CASE WHEN o."says" IS NULL THEN NULL ELSE o."at" END`;
  const restored = await tx.$executeRaw`
    UPDATE "Consumable" AS c SET "merchantSays" = o."saidBefore", "overruledAt" = o."saidBeforeAt",
      "holds" = coalesce(o."saidBefore", c."modelSays")
    FROM "Overruling" o
    WHERE o."shopId" = ${shopId} AND o."changeId" = ${changeId}
      AND c."shopId" = o."shopId" AND c."productId" = o."productId" AND ${unchangedSince}`;
  await tx.overruling.deleteMany({ where: { shopId, changeId } });
  return restored;
}

export interface PastWord {
  readonly says: boolean | null;
  readonly at: Date;
}

/** What the merchant said about a product, the latest first. */
export async function loadWords(
  db: Reader,
  shopId: number,
  productId: bigint,
  take: number,
): Promise<readonly PastWord[]> {
  return db.overruling.findMany({
    where: { shopId, productId },
    select: { says: true, at: true },
    orderBy: { at: 'desc' },
    take,
  });
}
