import type { HotWriter } from '../ports';
import type { SubjectForecast } from './forecast-subject';

const SAVE_FORECAST = `
  INSERT INTO "Forecast"
    ("shopId", "keyId", "productId", "variantId", "quantity", "purchases", "lastOn", "windowFromOn", "medianOn",
     "windowToOn", "bestOn", "expiresOn", "rank", "evidence", "refreshedAt")
  VALUES (@shopId, @keyId, @productId, @variantId, @quantity, @purchases, @lastOn, @windowFromOn, @medianOn,
     @windowToOn, @bestOn, @expiresOn, @rank, @evidence, @at)`;

/** Replaces everything that is forecast for one key. */
export function replaceForecasts(
  hot: HotWriter,
  shopId: number,
  keyId: number,
  forecasts: readonly SubjectForecast[],
  at: Date,
): void {
  hot.prepare('DELETE FROM "Forecast" WHERE "shopId" = ? AND "keyId" = ?').run(shopId, keyId);
  const save = hot.prepare(SAVE_FORECAST);
  for (const one of forecasts) {
    const { evidence, windowFromOn, medianOn, windowToOn, bestOn, expiresOn } = one.forecast;
    save.run({
      shopId,
      keyId,
      productId: one.productId,
      variantId: one.variantId,
      quantity: one.quantity,
      purchases: one.purchases,
      lastOn: one.lastOn,
      windowFromOn,
      medianOn,
      windowToOn,
      bestOn,
      expiresOn,
      rank: one.rank,
      evidence: JSON.stringify(evidence),
      at: at.getTime(),
    });
  }
}

/** Forecasts that this rebuild did not renew belong to keys without purchases of consumables any more. */
export function forgetForecastsBefore(hot: HotWriter, shopId: number, at: Date): void {
  hot.prepare('DELETE FROM "Forecast" WHERE "shopId" = ? AND "refreshedAt" < ?').run(shopId, at.getTime());
}
