import { localDay } from '../../shops/local-day';
import { TACTIC_NAMES } from '../../tactics/tactic';
import type { Side } from './daily-sum';
import type { Outcome } from './outcome';
import { actsSince, NO_ACTS } from './count-acts';
import { isBefore, NO_ORDERS, ordersIn } from './count-orders';
import { countedWindow, type OutcomeOf } from './outcomes';
import type { LoggedDraw, LoggedExposure, PersonHistory } from './person-history';
import { segmentsAt } from './segments-at';

export interface CountedShop {
  readonly timeZone: string;
  /** Orders in other currencies are counted apart. */
  readonly currency: string;
}

/**
 * What one person counts with: at most one row for each tactic and one for Larder as a whole, however often they come and
 * order. By intention to treat from the first exposure that counts. Held-out people stand in Larder's control only. Who was
 * drawn but has no exposure that counts gets a row that is in no comparison.
 */
export function countPerson(history: PersonHistory, shop: CountedShop): readonly Outcome[] {
  const sorted = {
    exposures: [...history.exposures].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id),
    draws: [...history.draws].sort((a, b) => a.at.getTime() - b.at.getTime() || a.keyId - b.keyId),
    orders: [...history.orders]
      .filter((order) => (order.netMinor ?? 0) > 0 || order.productIds.length > 0)
      .sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime() || Number(a.orderId - b.orderId)),
    acts: [...history.acts].sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
  return ([...TACTIC_NAMES, 'larder'] as const).flatMap((of) => countFor(of, sorted, shop) ?? []);
}

function countFor(of: OutcomeOf, history: PersonHistory, shop: CountedShop): Outcome | null {
  const own = history.exposures.filter((exposure) => of === 'larder' || exposure.tactic === of);
  const counted = own.filter((exposure) => exposure.standing === 'counts');
  const first = counted[0];
  const ofLayer = history.draws.filter((draw) => draw.layer === (of === 'larder' ? 'holdout' : of));
  const left = {
    lateIdentity: own.filter((exposure) => exposure.standing === 'late-identity').length,
    orderAwaited: own.filter((exposure) => exposure.standing === 'order-awaited').length,
  };
  if (!first) {
    const draw = ofLayer[0];
    return draw ? { ...drawnOnly(of, draw, shop), ...left } : null;
  }
  const layerId = of === 'larder' ? first.holdoutLayerId : first.layerId;
  if (layerId === null) return null;
  const firstOn = localDay(first.at, shop.timeZone);
  const draw = ofLayer.find((logged) => logged.layerId === layerId);
  const window = countedWindow(of, first, firstOn, shop.timeZone);
  return {
    tactic: of,
    keyId: first.keyId,
    layerId,
    arm: sideOf(of, first),
    counts: true,
    drawnOn: draw ? localDay(draw.at, shop.timeZone) : null,
    firstAt: first.at,
    firstOn,
    closesOn: window.closesOn,
    exposures: counted.length,
    // Whatever happens after the window cannot touch what is counted in it.
    crossed: counted.some(
      (exposure) => exposure.at <= window.until && sideOf(of, exposure) !== sideOf(of, first),
    ),
    ...left,
    ...ordersIn(of, first, window, history, shop.currency),
    ...actsSince(of, first, window, counted, history, shop.timeZone),
    segments: segmentsAt(
      first,
      history.orders.filter((order) => isBefore(order, first)),
    ),
  };
}

/** A tactic's control and the held-out both did without it; for all of Larder only the held-out did. */
function sideOf(of: OutcomeOf, { arm }: LoggedExposure): Side {
  const isTreated = of === 'larder' ? arm !== 'holdout' : arm === 'treated';
  return isTreated ? 'treated' : 'control';
}

function drawnOnly(of: OutcomeOf, draw: LoggedDraw, shop: CountedShop): Outcome {
  const drawnOn = localDay(draw.at, shop.timeZone);
  return {
    tactic: of,
    keyId: draw.keyId,
    layerId: draw.layerId,
    arm: draw.arm === 'control' || draw.arm === 'in' ? 'control' : 'treated',
    counts: false,
    drawnOn,
    firstAt: draw.at,
    firstOn: drawnOn,
    closesOn: drawnOn,
    exposures: 0,
    crossed: false,
    ...NO_ORDERS,
    ...NO_ACTS,
    lateIdentity: 0,
    orderAwaited: 0,
    segments: [],
  };
}
