import { statement } from '../db/statement';
import type { Reader, Writer } from '../ports';
import { FOUND, JUDGED, titleLike } from './verdict-store.server';
import type { VerdictSelection } from './verdict-view';

export interface Word {
  /** Null: Larder's own verdict holds. */
  readonly says: boolean | null;
  readonly at: Date;
  /** Names the change, so that it can be undone as one. */
  readonly changeId: string;
}

const WORDS_OF = `INSERT INTO "Overruling" ("shopId", "changeId", "productId", "saidBefore", "saidBeforeAt", "says", "at")
  SELECT c."shopId", :changeId, c."productId", c."merchantSays", c."overruledAt", :says, :at
  FROM "Consumable" c CROSS JOIN "Product" p WHERE c."merchantSays" IS DISTINCT FROM :says`;
const KEEP_WORDS_OF_FOUND = statement(`${WORDS_OF} AND ${FOUND}`);
const KEEP_WORDS_OF_SOME = statement(
  `${WORDS_OF} AND ${JUDGED} AND c."productId" IN (SELECT "value" FROM numbers(:productIds))`,
);
const OVERRULE = statement(`
  UPDATE "Consumable" SET "merchantSays" = :says, "holds" = coalesce(:says, "modelSays"), "overruledAt" = :overruledAt
  WHERE "shopId" = :shopId
    AND "productId" IN (SELECT "productId" FROM "Overruling" WHERE "shopId" = :shopId AND "changeId" = :changeId)`);

/** Sets the merchant's word where it is another than now, and keeps what it was. @returns how many products changed */
export async function saveWord(
  tx: Writer,
  shopId: number,
  selection: VerdictSelection,
  { says, at, changeId }: Word,
): Promise<number> {
  const word = { shopId, changeId, says, at };
  const changed =
    'productIds' in selection
      ? await tx.run(KEEP_WORDS_OF_SOME, { ...word, productIds: selection.productIds })
      : await tx.run(KEEP_WORDS_OF_FOUND, {
          ...word,
          view: selection.view,
          title: titleLike(selection.search),
        });
  if (changed === 0) return 0;
  await tx.run(OVERRULE, { shopId, changeId, says, overruledAt: says === null ? null : at });
  return changed;
}

const PUT_BACK = statement(`
  UPDATE "Consumable" AS c SET "merchantSays" = o."saidBefore", "overruledAt" = o."saidBeforeAt",
    "holds" = coalesce(o."saidBefore", c."modelSays")
  FROM "Overruling" o
  WHERE o."shopId" = :shopId AND o."changeId" = :changeId AND c."shopId" = o."shopId" AND c."productId" = o."productId"
    AND c."merchantSays" IS NOT DISTINCT FROM o."says"
    AND c."overruledAt" IS NOT DISTINCT FROM CASE WHEN o."says" IS NULL THEN NULL ELSE o."at" END`);
const FORGET_WORDS = statement(
  `DELETE FROM "Overruling" WHERE "shopId" = :shopId AND "changeId" = :changeId`,
);

/** Puts back what a change had found, but for products about which the merchant has spoken since. @returns how many */
export async function takeBackWord(tx: Writer, shopId: number, changeId: string): Promise<number> {
  const restored = await tx.run(PUT_BACK, { shopId, changeId });
  await tx.run(FORGET_WORDS, { shopId, changeId });
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
  return db.prisma.overruling.findMany({
    where: { shopId, productId },
    select: { says: true, at: true },
    orderBy: { at: 'desc' },
    take,
  });
}
