import { bigId, int, real, statement, text } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import type { Neighbour } from './find-neighbours';

export interface NeighboursOf {
  readonly productId: bigint;
  /** None: it had some. */
  readonly neighbours: readonly Neighbour<bigint>[];
}

export interface StoredList {
  readonly list: string;
  /** None: the list is gone. */
  readonly productIds: readonly bigint[];
}

const FORGET_OF = statement(
  `DELETE FROM "ProductNeighbour" WHERE "shopId" = :shopId AND "productId" IN (SELECT "value" FROM numbers(:productIds))`,
);
const SAVE_NEIGHBOURS = statement(
  `INSERT INTO "ProductNeighbour" ("shopId", "productId", "neighbourId", "support", "lift", "strength")
  SELECT :shopId, "productId", "neighbourId", "support", "lift", "strength"
  FROM rows(:lines, "productId" number, "neighbourId" number, "support" number, "lift" real, "strength" real) AS made`,
);

/** In place of what was stored of these products. */
export async function saveNeighbours(
  tx: Writer,
  shopId: number,
  products: readonly NeighboursOf[],
): Promise<void> {
  await tx.run(FORGET_OF, { shopId, productIds: products.map(({ productId }) => productId) });
  const lines = products.flatMap(({ productId, neighbours }) =>
    neighbours.map(({ productId: neighbourId, support, lift, strength }) => ({
      ...{ productId, neighbourId, support, lift, strength },
    })),
  );
  await tx.run(SAVE_NEIGHBOURS, { shopId, lines });
}

const FORGET_LISTS = statement(
  `DELETE FROM "ListedProduct" WHERE "shopId" = :shopId AND "list" IN (SELECT "value" FROM texts(:lists))`,
);
const SAVE_LISTED = statement(
  `INSERT INTO "ListedProduct" ("shopId", "list", "place", "productId")
  SELECT :shopId, "list", "place", "productId"
  FROM rows(:lines, "list" text, "place" number, "productId" number) AS made`,
);

/** In place of what was stored of these lists. */
export async function saveLists(tx: Writer, shopId: number, lists: readonly StoredList[]): Promise<void> {
  await tx.run(FORGET_LISTS, { shopId, lists: lists.map(({ list }) => list) });
  const lines = lists.flatMap(({ list, productIds }) =>
    productIds.map((productId, place) => ({ list, place, productId })),
  );
  await tx.run(SAVE_LISTED, { shopId, lines });
}

const STORED_PRODUCTS = statement(
  `SELECT DISTINCT "productId" FROM "ProductNeighbour" WHERE "shopId" = :shopId`,
  { productId: bigId },
);
const STORED_LISTS = statement(`SELECT DISTINCT "list" FROM "ListedProduct" WHERE "shopId" = :shopId`, {
  list: text,
});

/** What earlier nights left: products that have neighbours, and lists. */
export async function storedFigures(
  sql: Sql,
  shopId: number,
): Promise<{ readonly productIds: readonly bigint[]; readonly lists: readonly string[] }> {
  const [products, lists] = [
    await sql.all(STORED_PRODUCTS, { shopId }),
    await sql.all(STORED_LISTS, { shopId }),
  ];
  return { productIds: products.map(({ productId }) => productId), lists: lists.map(({ list }) => list) };
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
