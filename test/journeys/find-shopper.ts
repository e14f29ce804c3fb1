/** Looks into the app's database, as no shopper could, to find somebody for a journey. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drawHoldout, drawTactic } from '../../app/holdout/draw';
import type { TacticLayerName } from '../../app/holdout/layer';
import { localDay } from '../../app/shops/local-day';

const SHOP = 'larder-demo.myshopify.com';

export interface FoundShopper {
  readonly customerId: string;
  readonly arm: 'treated' | 'control' | 'holdout';
  /** Titles of what is due for them now, the most likely first. */
  readonly due: readonly string[];
}

export function openAppDatabase(stateDir: string): Sqlite.Database {
  return new Sqlite(join(stateDir, 'larder.sqlite'), { readonly: true });
}

/** The arm that a key will be drawn into (or was) under the first version of each layer. */
export function armOf(key: { kind: 'account' | 'browser'; value: string }, tactic: TacticLayerName): FoundShopper['arm'] {
  const layer = { id: 0, version: 1, shareBp: 1000 };
  if (drawHoldout(SHOP, { ...layer, name: 'holdout' }, key, null).arm === 'in') return 'holdout';
  return drawTactic(SHOP, { ...layer, name: tactic }, key).arm;
}

/** Account holders with at least `atLeast` products due now, busiest first. */
export function shoppersWithSomethingDue(stateDir: string, now: Date, atLeast = 1): FoundShopper[] {
  const db = openAppDatabase(stateDir);
  const today = localDay(now, (db.prepare('SELECT "timeZone" FROM "Shop"').pluck().get() as string) ?? 'UTC');
  const rows = db
    .prepare(
      `SELECT k."value" AS "customerId", p."title" FROM "Forecast" f
       JOIN "ShopperKey" k ON k."id" = f."keyId" AND k."kind" = 'account'
       JOIN "Product" p ON p."shopId" = f."shopId" AND p."productId" = f."productId"
       WHERE f."windowFromOn" <= ? AND f."expiresOn" > ? AND p."isLive" AND p."isAvailable" AND NOT p."isSensitive"
       ORDER BY k."id", f."rank" DESC`,
    )
    .all(today, today) as { customerId: string; title: string }[];
  db.close();
  const due = new Map<string, string[]>();
  for (const row of rows) due.set(row.customerId, [...(due.get(row.customerId) ?? []), row.title]);
  return [...due]
    .filter(([, titles]) => titles.length >= atLeast)
    .map(([customerId, titles]) => ({ customerId, due: titles, arm: armOf({ kind: 'account', value: customerId }, 'shelf') }));
}
