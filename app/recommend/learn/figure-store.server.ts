import { bigId, int, real, statement, text } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import type { NeighboursOf, StoredList } from './learn-steps.server';
import type { Neighbour } from './find-neighbours';

const FORGET_OF = statement(
  `DELETE FROM "ProductNeighbour" WHERE "shopId" = :shopId AND "productId" IN (SELECT "value" FROM numbers(:productIds))`,
);
const SAVE_NEIGHBOURS = statement(
  `INSERT INTO "ProductNeighbour" ("shopId", "productId", "neighbourId", "support", "lift", "strength", "learnedAt")
  SELECT :shopId, "productId", "neighbourId", "support", "lift", "strength", :learnedAt
  FROM rows(:lines, "productId" number, "neighbourId" number, "support" number, "lift" real, "strength" real) AS made`,
);

export async function saveNeighbours(
  tx: Writer,
  shopId: number,
  products: readonly NeighboursOf[],
  learnedAt: Date,
): Promise<void> {
  await tx.run(FORGET_OF, { shopId, productIds: products.map(({ productId }) => productId) });
  const lines = products.flatMap(({ productId, neighbours }) =>
    neighbours.map(({ productId: neighbourId, support, lift, strength }) => ({
      ...{ productId, neighbourId, support, lift, strength },
    })),
  );
  await tx.run(SAVE_NEIGHBOURS, { shopId, lines, learnedAt });
}

const FORGET_BEFORE = statement(
  `DELETE FROM "ProductNeighbour" WHERE "shopId" = :shopId AND "productId" IN
    (SELECT DISTINCT "productId" FROM "ProductNeighbour" WHERE "shopId" = :shopId AND "learnedAt" < :at LIMIT :take)`,
);

/** Forgets neighbours that were not learned again, of some products at a time. @returns rows forgotten */
export async function forgetNeighboursBefore(
  tx: Writer,
  shopId: number,
  at: Date,
  take: number,
): Promise<number> {
  return tx.run(FORGET_BEFORE, { shopId, at, take });
}

const FORGET_LISTS = statement(
  `DELETE FROM "ListedProduct" WHERE "shopId" = :shopId AND "list" IN (SELECT "value" FROM texts(:lists))`,
);
const SAVE_LISTED = statement(
  `INSERT INTO "ListedProduct" ("shopId", "list", "place", "productId")
  SELECT :shopId, "list", "place", "productId"
  FROM rows(:lines, "list" text, "place" number, "productId" number) AS made`,
);

export async function saveLists(tx: Writer, shopId: number, lists: readonly StoredList[]): Promise<void> {
  await tx.run(FORGET_LISTS, { shopId, lists: lists.map(({ list }) => list) });
  const lines = lists.flatMap(({ list, productIds }) =>
    productIds.map((productId, place) => ({ list, place, productId })),
  );
  await tx.run(SAVE_LISTED, { shopId, lines });
}

const FORGET_OTHER_LISTS = statement(
  `DELETE FROM "ListedProduct" WHERE "shopId" = :shopId AND "list" NOT IN (SELECT "value" FROM texts(:lists))`,
);

/** Forgets the lists of categories that are gone. */
export async function forgetOtherLists(tx: Writer, shopId: number, lists: readonly string[]): Promise<void> {
  await tx.run(FORGET_OTHER_LISTS, { shopId, lists });
}

const NEIGHBOURS = statement(
  `SELECT "productId", "neighbourId", "support", "lift", "strength" FROM "ProductNeighbour"
  WHERE "shopId" = :shopId AND "productId" IN (SELECT "value" FROM numbers(:productIds))
  ORDER BY "productId", "strength" DESC, "neighbourId"`,
  { productId: bigId, neighbourId: bigId, support: int, lift: real, strength: real },
);

/** By product, the strongest first. */
export async function loadNeighbours(
  sql: Sql,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly Neighbour<bigint>[]>> {
  const found = new Map<bigint, Neighbour<bigint>[]>();
  for (const { productId, neighbourId, ...row } of await sql.all(NEIGHBOURS, { shopId, productIds })) {
    const neighbour = { ...row, productId: neighbourId };
    const known = found.get(productId);
    if (known) known.push(neighbour);
    else found.set(productId, [neighbour]);
  }
  return found;
}

const LISTED = statement(
  `SELECT "list", "productId" FROM "ListedProduct"
  WHERE "shopId" = :shopId AND "list" IN (SELECT "value" FROM texts(:lists)) ORDER BY "list", "place"`,
  { list: text, productId: bigId },
);

/** Lists by name, each in its order. */
export async function loadLists(
  sql: Sql,
  shopId: number,
  lists: readonly string[],
): Promise<ReadonlyMap<string, readonly bigint[]>> {
  const found = new Map<string, bigint[]>();
  for (const { list, productId } of await sql.all(LISTED, { shopId, lists })) {
    const known = found.get(list);
    if (known) known.push(productId);
    else found.set(list, [productId]);
  }
  return found;
}
