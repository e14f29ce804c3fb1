import { NAMED_IN_PUBLIC } from '../../catalogue/shown-product-store.server';
import { bigId, day, flag, orNull, statement, text, type RowOf } from '../../db/statement';
import { categoryOf } from '../learn/category-of';
import type { Sql } from '../../ports';
import type { Buyer } from '../../refills/learn/purchase-store.server';

const ABOUT = `p."title", p."categoryName", p."productType",
    coalesce(${NAMED_IN_PUBLIC}, FALSE) AS "isNameable", coalesce(c."holds", FALSE) AS "isConsumable"`;
const OF_SHOP = `LEFT JOIN "Product" p ON p."shopId" = :shopId AND p."productId" = b."productId"
  LEFT JOIN "Consumable" c ON c."shopId" = :shopId AND c."productId" = b."productId"`;
const FORETOLD = `(SELECT f."bestOn" FROM "ShopperKey" k JOIN "Forecast" f ON f."shopId" = k."shopId" AND f."keyId" = k."id"
    WHERE k."shopId" = :shopId AND k."kind" = :kind AND k."value" = :value AND f."productId" = b."productId") AS "bestOn"`;

const OWNED = {
  ...{ productId: bigId, lastOn: day, title: orNull(text), categoryName: orNull(text) },
  ...{ productType: orNull(text), isNameable: flag, isConsumable: flag, bestOn: orNull(day) },
};
const OF_ACCOUNT = statement(
  `SELECT b."productId", b."lastOn", ${ABOUT}, ${FORETOLD}
  FROM (SELECT "productId", max("boughtOn") AS "lastOn" FROM "Purchase"
    WHERE "shopId" = :shopId AND "customerId" = :customerId GROUP BY "productId") AS b ${OF_SHOP}
  ORDER BY b."lastOn" DESC, b."productId"`,
  OWNED,
);
const OF_BROWSER = statement(
  `SELECT b."productId", b."lastOn", ${ABOUT}, ${FORETOLD}
  FROM (SELECT "productId", max("boughtOn") AS "lastOn" FROM "Purchase"
    WHERE "shopId" = :shopId AND "browserId" = :value GROUP BY "productId") AS b ${OF_SHOP}
  ORDER BY b."lastOn" DESC, b."productId"`,
  OWNED,
);

/** Something that somebody bought, as shop and forecast see it now. */
export interface StoredOwned {
  readonly productId: bigint;
  readonly lastOn: number;
  /** Null when the catalogue has lost it. */
  readonly title: string | null;
  readonly category: string;
  /** Live and nothing delicate: an item may be shown because of it. */
  readonly isNameable: boolean;
  readonly isConsumable: boolean;
  readonly bestOn: number | null;
}

/** What one subject bought, the latest first: an account's purchases, or those that carried a browser's own id. */
export async function loadOwned(sql: Sql, shopId: number, subject: Buyer): Promise<readonly StoredOwned[]> {
  const { kind, value } = subject;
  const rows =
    kind === 'account'
      ? await sql.all(OF_ACCOUNT, { shopId, kind, value, customerId: BigInt(value) })
      : await sql.all(OF_BROWSER, { shopId, kind, value });
  return rows.map(toOwned);
}

const ABOUT_THESE = statement(
  `SELECT p."productId", p."title", p."categoryName", p."productType",
    (${NAMED_IN_PUBLIC}) AS "isNameable", coalesce(c."holds", FALSE) AS "isConsumable"
  FROM "Product" p LEFT JOIN "Consumable" c ON c."shopId" = :shopId AND c."productId" = p."productId"
  WHERE p."shopId" = :shopId AND p."productId" IN (SELECT "value" FROM numbers(:productIds))`,
  {
    ...{ productId: bigId, title: text, categoryName: orNull(text), productType: orNull(text) },
    ...{ isNameable: flag, isConsumable: flag },
  },
);

/** The same of products that the caller knows somebody bought today: nothing of them is used up. */
export async function loadJustBought(
  sql: Sql,
  about: { readonly shopId: number; readonly productIds: readonly bigint[]; readonly todayOn: number },
): Promise<readonly StoredOwned[]> {
  const { shopId, productIds, todayOn } = about;
  const rows = await sql.all(ABOUT_THESE, { shopId, productIds });
  return rows.map((row) => toOwned({ ...row, lastOn: todayOn, bestOn: null }));
}

function toOwned({ categoryName, productType, ...product }: RowOf<typeof OWNED>): StoredOwned {
  return { ...product, category: categoryOf({ categoryName, productType }) };
}
