/** Looks into the app's database, as no shopper could, to find somebody for a journey or to see what was kept. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drawHoldout, drawTactic } from '../../app/holdout/draw';
import type { TacticLayerName } from '../../app/holdout/layer';
import type { ShopperName } from '../../app/shoppers/shopper-key';
import { localDay } from '../../app/shops/local-day';

const SHOP = 'larder-demo.myshopify.com';

export type Arm = 'treated' | 'control' | 'holdout';

export interface FoundShopper {
  readonly customerId: string;
  readonly shelfArm: Arm;
  readonly reminderArm: Arm;
  /** Titles of what is due for them now, the most likely first. */
  readonly due: readonly string[];
}

/** Rows of one reading statement. Ids are compared as text, since they lie beyond 2^53. */
export function query<Row>(stateDir: string, sql: string, ...values: readonly (string | number)[]): Row[] {
  const db = new Sqlite(join(stateDir, 'larder.sqlite'), { readonly: true, timeout: 20_000 });
  try {
    return db.prepare(sql).all(...values) as Row[];
  } finally {
    db.close();
  }
}

/** The arm that a key will be drawn into (or was) under the first version of each layer. */
export function armOf(key: ShopperName, tactic: TacticLayerName): Arm {
  const layer = { id: 0, version: 1, shareBp: 1000 };
  if (drawHoldout(SHOP, { ...layer, name: 'holdout' }, key, null).arm === 'in') return 'holdout';
  return drawTactic(SHOP, { ...layer, name: tactic }, key).arm;
}

/** The shop's own day of an instant, in days since 1970. */
export function shopDay(stateDir: string, now: Date): number {
  const [shop] = query<{ timeZone: string }>(stateDir, 'SELECT "timeZone" FROM "Shop"');
  return localDay(now, shop?.timeZone ?? 'UTC');
}

/** Customers with something due now that a shelf may show, and to whom nothing was ever shown: their arms are not drawn. */
export function shoppersWithSomethingDue(stateDir: string, now: Date): FoundShopper[] {
  const today = shopDay(stateDir, now);
  const rows = query<{ customerId: string; title: string }>(
    stateDir,
    `SELECT k."value" AS "customerId", p."title" FROM "Forecast" f
     JOIN "ShopperKey" k ON k."id" = f."keyId" AND k."kind" = 'account'
     JOIN "Product" p ON p."shopId" = f."shopId" AND p."productId" = f."productId"
     WHERE f."windowFromOn" <= ? AND f."expiresOn" > ? AND p."isLive" AND p."isAvailable" AND NOT p."isSensitive"
       AND NOT EXISTS (SELECT 1 FROM "ShopperKey" o JOIN "Exposure" e ON e."keyId" = o."id"
                       WHERE o."shopId" = k."shopId" AND o."personId" = k."personId")
     ORDER BY k."id", f."rank" DESC`,
    today,
    today,
  );
  const due = new Map<string, string[]>();
  for (const row of rows) due.set(row.customerId, [...(due.get(row.customerId) ?? []), row.title]);
  return [...due].map(([customerId, titles]) => {
    const key = { kind: 'account' as const, value: customerId };
    const arms = { shelfArm: armOf(key, 'shelf'), reminderArm: armOf(key, 'reminder') };
    return { customerId, due: titles, ...arms };
  });
}

/** Title of the consumable that is bought again soonest: reminders for it come soon. */
export function shortLivedProduct(stateDir: string): string {
  const [found] = query<{ title: string }>(
    stateDir,
    `SELECT p."title" FROM "ProductRhythm" r
     JOIN "Product" p USING ("shopId", "productId") JOIN "Consumable" c USING ("shopId", "productId")
     WHERE c."holds" AND p."isLive" AND p."isAvailable" AND NOT p."isSensitive" ORDER BY r."logMean" LIMIT 1`,
  );
  return found?.title ?? '';
}

/** The day of the reminder that was asked for after a checkout, in days since 1970. */
export function remindDay(stateDir: string, checkoutToken: string): number {
  const sql = 'SELECT "remindOn" FROM "Reminder" WHERE "checkoutToken" = ?';
  return query<{ remindOn: number }>(stateDir, sql, checkoutToken)[0]?.remindOn ?? 0;
}

/** A day of the shop's as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Every table that holds one of these texts anywhere, with the row: after an erasure there must be none. */
export function rowsThatMention(stateDir: string, texts: readonly string[]): string[] {
  const tables = query<{ name: string }>(
    stateDir,
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`,
  );
  return tables.flatMap(({ name }) => {
    const columns = query<{ name: string }>(stateDir, `SELECT "name" FROM pragma_table_info(?)`, name);
    const row = columns.map((column) => `ifnull(CAST("${column.name}" AS TEXT), '')`).join(` || '|' || `);
    return texts.flatMap((text) =>
      query<{ row: string }>(
        stateDir,
        `SELECT ${row} AS "row" FROM "${name}" WHERE instr(${row}, ?) > 0`,
        text,
      ).map((found) => `${name}: ${found.row}`),
    );
  });
}
