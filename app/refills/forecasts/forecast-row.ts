import type { RefillEvidence } from '../model/forecast';
import type { BuyerForecast } from './forecast-buyer';

/** A forecast as it is kept: plain values, without the distribution. */
export interface ForecastRow {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  readonly purchases: number;
  readonly lastOn: number;
  readonly windowFromOn: number;
  readonly medianOn: number;
  readonly windowToOn: number;
  readonly bestOn: number;
  readonly expiresOn: number;
  readonly pReturn: number;
  readonly rank: number;
  readonly evidence: RefillEvidence;
}

export function toForecastRow({ forecast, ...buyer }: BuyerForecast): ForecastRow {
  const { windowFromOn, medianOn, windowToOn, bestOn, expiresOn, pReturn, evidence } = forecast;
  return {
    ...buyer,
    ...{ windowFromOn, medianOn, windowToOn, bestOn, expiresOn, pReturn, evidence },
  };
}
