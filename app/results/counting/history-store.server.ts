import type { NamedProduct } from '../../catalogue/kinds/read-kind';
import { categoryPrior, UNKNOWN_PRIOR } from '../../consumables/category-priors';
import type { HotDatabase } from '../../ports';
import { isTacticName, type TacticName } from '../../tactics/tactic';
import { actsOf } from './act-store.server';
import { readAbout } from './exposure-about';
import { STANDING_SQL } from './exposure-store.server';
import type { LoggedDraw, LoggedExposure, LoggedOrder, PersonHistory, Standing } from './person-history';

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table. So does a list that may name a
// product twice: for a distinct one SQLite walks the shop's purchases by product.
const EXPOSURES = `
  SELECT e."id", e."tactic", e."keyId", k."kind", e."businessKey", e."arm", e."layerId", e."holdoutLayerId", e."at",
    e."device", e."detail", ${STANDING_SQL} AS "standing"
  FROM "ShopperKey" k CROSS JOIN "Exposure" e
  WHERE k."shopId" = @shopId AND k."personId" = @personId AND e."shopId" = k."shopId" AND e."keyId" = k."id"`;

const DRAWS = `
  SELECT a."keyId", a."layerId", l."name", a."arm", a."drawnAt"
  FROM "ShopperKey" k CROSS JOIN "Assignment" a CROSS JOIN "Layer" l
  WHERE k."shopId" = @shopId AND k."personId" = @personId AND a."shopId" = k."shopId" AND a."keyId" = k."id"
    AND l."id" = a."layerId"`;

// Who ordered signed in, or was known by their address, is that customer, whoever else uses the browser. The plus keeps SQLite
// from finding a checkout among all orders without customer.
const ORDERS = `
  WITH own AS (SELECT "kind", "value" FROM "ShopperKey" WHERE "shopId" = @shopId AND "personId" = @personId),
  theirs AS (
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'account' AND o."shopId" = @shopId AND o."customerId" = CAST(own."value" AS INTEGER)
    UNION
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'browser' AND o."shopId" = @shopId AND o."browserId" = own."value" AND o."customerId" IS NULL
    UNION
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'checkout' AND o."shopId" = @shopId AND o."checkoutToken" = own."value"
      AND +o."customerId" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "ShopperKey" b WHERE b."shopId" = @shopId AND b."kind" = 'browser' AND b."value" = o."browserId"))
  SELECT o."orderId", o."placedAt", o."placedOn", o."checkoutToken", o."currency", o."netMinor",
    (SELECT group_concat(p."productId") FROM "Purchase" p
     WHERE p."shopId" = o."shopId" AND p."orderId" = o."orderId") AS "products"
  FROM theirs CROSS JOIN "Order" o
  WHERE o."shopId" = @shopId AND o."orderId" = theirs."orderId" AND o."cancelledAt" IS NULL AND o."isTest" = 0`;

const PRODUCT = `
  SELECT "title", "productType", "categoryId", "categoryName", "tags" FROM "Product" WHERE "shopId" = ? AND "productId" = ?`;

interface ExposureRow {
  readonly id: bigint;
  readonly tactic: string;
  readonly keyId: bigint;
  readonly kind: LoggedExposure['keyKind'];
  readonly businessKey: string;
  readonly arm: LoggedExposure['arm'];
  readonly layerId: bigint | null;
  readonly holdoutLayerId: bigint | null;
  readonly at: bigint;
  readonly device: string;
  readonly detail: string;
  readonly standing: Standing;
}

/** Reads persons' histories; kinds of products are remembered for as long as the reader lives. */
export function historyReader(hot: HotDatabase, shopId: number): (personId: number) => PersonHistory {
  const kinds = new Map<bigint, string | null>();
  const kindOf = (productId: bigint): string | null => {
    let kind = kinds.get(productId);
    if (kind === undefined) kinds.set(productId, (kind = productKind(hot, shopId, productId)));
    return kind;
  };
  return (personId) => {
    const person = { shopId, personId };
    const rows = hot.prepareRead(EXPOSURES).all(person) as ExposureRow[];
    const exposures = rows.flatMap((row) =>
      isTacticName(row.tactic) ? toExposure(row, row.tactic, kindOf) : [],
    );
    return {
      exposures,
      draws: drawsOf(hot, person),
      orders: ordersOf(hot, person),
      acts: actsOf(hot, person),
    };
  };
}

function toExposure(
  row: ExposureRow,
  tactic: TacticName,
  kindOf: (productId: bigint) => string | null,
): LoggedExposure {
  const { productIds, offers } = readAbout(JSON.parse(row.detail));
  const [about] = productIds;
  return {
    id: Number(row.id),
    tactic,
    keyId: Number(row.keyId),
    keyKind: row.kind,
    businessKey: row.businessKey,
    arm: row.arm,
    layerId: row.layerId === null ? null : Number(row.layerId),
    holdoutLayerId: row.holdoutLayerId === null ? null : Number(row.holdoutLayerId),
    at: new Date(Number(row.at)),
    device: row.device,
    standing: row.standing,
    offers,
    category: about === undefined ? null : kindOf(about),
  };
}

interface Person {
  readonly shopId: number;
  readonly personId: number;
}

function drawsOf(hot: HotDatabase, person: Person): readonly LoggedDraw[] {
  const rows = hot.prepareRead(DRAWS).all(person) as {
    keyId: bigint;
    layerId: bigint;
    name: LoggedDraw['layer'];
    arm: string;
    drawnAt: bigint;
  }[];
  return rows.map(({ keyId, layerId, name, arm, drawnAt }) => ({
    keyId: Number(keyId),
    layerId: Number(layerId),
    layer: name,
    arm,
    at: new Date(Number(drawnAt)),
  }));
}

function ordersOf(hot: HotDatabase, person: Person): readonly LoggedOrder[] {
  const rows = hot.prepareRead(ORDERS).all(person) as {
    orderId: bigint;
    placedAt: bigint;
    placedOn: bigint;
    checkoutToken: string | null;
    currency: string;
    netMinor: bigint | null;
    products: string | null;
  }[];
  return rows.map(({ orderId, placedAt, placedOn, checkoutToken, currency, netMinor, products }) => ({
    orderId,
    placedAt: new Date(Number(placedAt)),
    placedOn: Number(placedOn),
    checkoutToken,
    currency,
    netMinor: netMinor === null ? null : Number(netMinor),
    productIds: products === null ? [] : [...new Set(products.split(','))].map(BigInt),
  }));
}

function productKind(hot: HotDatabase, shopId: number, productId: bigint): string | null {
  const row = hot.prepareRead(PRODUCT).get(shopId, productId) as
    (Omit<NamedProduct, 'tags'> & { readonly tags: string }) | undefined;
  if (!row) return null;
  const prior = categoryPrior({ ...row, tags: JSON.parse(row.tags) as unknown });
  return prior === UNKNOWN_PRIOR ? null : prior.name;
}
