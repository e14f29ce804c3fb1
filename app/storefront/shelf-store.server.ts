import type { HotDatabase } from '../ports';
import type { OptOutScope } from '../shoppers/opt-out';
import type { StoredKey } from '../shoppers/key-store.server';
import type { ShopperName } from '../shoppers/shopper-key';
import type { ShelfCandidate } from './shelf-decision';
import { usualWeeks } from '../refills/forecasts/usual-weeks';

/** A shop as the shelf needs it. */
export interface ShelfShop {
  readonly id: number;
  readonly timeZone: string;
  readonly isOn: boolean;
  /** Path of the app proxy, as the last request that was noted named it. */
  readonly proxyPath: string;
  readonly proxyHeardAt: Date | null;
}

const SHOP = `
  SELECT s."id", s."timeZone", s."proxyPath", s."proxyHeardAt", t."state" FROM "Shop" s
  LEFT JOIN "Tactic" t ON t."shopId" = s."id" AND t."name" = 'shelf'
  WHERE s."domain" = ? AND s."uninstalledAt" IS NULL`;

interface ShopRow {
  readonly id: bigint;
  readonly timeZone: string;
  readonly state: string | null;
  readonly proxyPath: string;
  readonly proxyHeardAt: bigint | null;
}

/** Null when the shop is not installed. */
export function findShelfShop(hot: HotDatabase, domain: string): ShelfShop | null {
  const row = hot.prepareRead(SHOP).get(domain) as ShopRow | undefined;
  return row
    ? {
        id: Number(row.id),
        timeZone: row.timeZone,
        isOn: row.state === 'on',
        proxyPath: row.proxyPath,
        proxyHeardAt: row.proxyHeardAt === null ? null : new Date(Number(row.proxyHeardAt)),
      }
    : null;
}

const KEY = `SELECT "id", "personId" FROM "ShopperKey" WHERE "shopId" = ? AND "kind" = ? AND "value" = ?`;

export function findShopper(hot: HotDatabase, shopId: number, name: ShopperName): StoredKey | null {
  const row = hot.prepareRead(KEY).get(shopId, name.kind, name.value) as
    { id: bigint; personId: bigint } | undefined;
  return row ? { id: Number(row.id), personId: Number(row.personId) } : null;
}

const ACCOUNTS = `
  SELECT k."id" FROM "ShopperLink" l JOIN "ShopperKey" k ON k."id" = l."aKeyId"
  WHERE l."shopId" = @shopId AND l."bKeyId" = @keyId AND k."kind" = 'account'
  UNION SELECT k."id" FROM "ShopperLink" l JOIN "ShopperKey" k ON k."id" = l."bKeyId"
  WHERE l."shopId" = @shopId AND l."aKeyId" = @keyId AND k."kind" = 'account'`;

/** Keys of every account that ever ordered or signed in with a browser. */
export function accountsOfBrowser(hot: HotDatabase, shopId: number, keyId: number): readonly number[] {
  const rows = hot.prepareRead(ACCOUNTS).all({ shopId, keyId }) as { id: bigint }[];
  return rows.map((row) => Number(row.id));
}

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const OPT_OUTS = `
  SELECT o."scope" FROM "ShopperKey" k CROSS JOIN "OptOut" o
  WHERE k."shopId" = ? AND k."personId" = ? AND o."shopId" = k."shopId" AND o."keyId" = k."id"`;

export function findOptOuts(hot: HotDatabase, shopId: number, personId: number): readonly OptOutScope[] {
  const rows = hot.prepareRead(OPT_OUTS).all(shopId, personId) as { scope: OptOutScope }[];
  return rows.map((row) => row.scope);
}

// The variant bought last; when it is gone, another one of the product that is for sale (looked up by product: the plus
// keeps SQLite from walking all variants in the order of their ids).
const CANDIDATES = `
  SELECT f."productId", f."rank", f."purchases", f."lastOn", f."windowFromOn", f."bestOn", f."windowToOn", f."expiresOn",
    p."handle", p."isLive", p."deletedAt", p."isSensitive", c."holds",
    r."repeatBuyers", r."logMean",
    coalesce(v."variantId", (SELECT min(+o."variantId") FROM "Variant" o WHERE o."shopId" = f."shopId"
      AND o."productId" = f."productId" AND o."isAvailable" = 1)) AS "variantId",
    coalesce(v."isAvailable", 1) AND p."isAvailable" AS "isAvailable"
  FROM "Forecast" f
  LEFT JOIN "Product" p ON p."shopId" = f."shopId" AND p."productId" = f."productId"
  LEFT JOIN "Variant" v ON v."shopId" = f."shopId" AND v."variantId" = f."variantId"
  LEFT JOIN "Consumable" c ON c."shopId" = f."shopId" AND c."productId" = f."productId"
  LEFT JOIN "ProductRhythm" r ON r."shopId" = f."shopId" AND r."productId" = f."productId"
  WHERE f."shopId" = ? AND f."keyId" = ?`;

interface CandidateRow {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly handle: string | null;
  readonly rank: number;
  readonly purchases: bigint;
  readonly lastOn: bigint;
  readonly windowFromOn: bigint;
  readonly bestOn: bigint;
  readonly windowToOn: bigint;
  readonly expiresOn: bigint;
  readonly isLive: bigint | null;
  readonly isAvailable: bigint | null;
  readonly isSensitive: bigint | null;
  readonly deletedAt: bigint | null;
  readonly holds: bigint | null;
  readonly repeatBuyers: bigint | null;
  readonly logMean: number | null;
}

/** Everything that is forecast for one key. A product that the catalogue has lost is not live. */
export function findCandidates(hot: HotDatabase, shopId: number, keyId: number): readonly ShelfCandidate[] {
  const rows = hot.prepareRead(CANDIDATES).all(shopId, keyId) as CandidateRow[];
  return rows.map((row) => ({
    keyId,
    productId: row.productId,
    variantId: row.variantId,
    handle: row.handle ?? '',
    rank: row.rank,
    purchases: Number(row.purchases),
    lastOn: Number(row.lastOn),
    windowFromOn: Number(row.windowFromOn),
    bestOn: Number(row.bestOn),
    windowToOn: Number(row.windowToOn),
    expiresOn: Number(row.expiresOn),
    isConsumable: row.holds === 1n,
    isLive: row.isLive === 1n && row.deletedAt === null,
    isAvailable: row.isAvailable === 1n,
    isSensitive: row.isSensitive === 1n,
    usualWeeks: usualWeeks(Number(row.repeatBuyers ?? 0), row.logMean ?? 0),
  }));
}
