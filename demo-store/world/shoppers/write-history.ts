import { randomFrom, seedRandom } from '../random';
import type { Random } from '../random';
import { sellingPlanFor, subscriptionPrice } from '../plans';
import type { LineDraft } from '../record-order';
import { recordPastParcels } from '../parcels';
import { recordOrder } from '../record-order';
import type { Id } from '../types';
import { recordCancellation, recordRefund } from '../undo-orders';
import type { ShopIndex } from '../world-state';
import type { Chore } from './chores';
import { drawAftermath } from './chores';
import { dueDeliveries } from './deliver-subscriptions';
import type { Span } from './draw-households';
import type { Household } from './household';
import { DAY_MS } from './household';
import { COUNTER_SALES_A_DAY } from './keep-shop';
import { momentOfDay } from './rhythm';
import type { ShelfStock } from './shelf-stock';
import type { Basket } from './shop-or-not';
import type { Purchase } from './purchase';
import { fillBasket, planVisit } from './shop-or-not';
import { GIFT_NOTE, oneOfAnything } from './treats';
import { NO_EFFECT } from './true-effects';
import { STOCKS_UP } from './visit-shop';

interface PastOrder {
  readonly at: number;
  readonly household: Household | null; // null: somebody at the counter
  readonly basket: Basket;
  readonly kind: 'web' | 'contract' | 'counter' | 'test' | 'replacement';
  readonly token: string | null;
}

const NOTHING_SHOWN: ReadonlySet<Id> = new Set();
const STOCKS_UP_IN_SALES = 0.35;

/**
 * Lets the households live from `span.fromAt` to `span.toAt` before any app was installed, and writes their orders.
 * `fromAt` is a local midnight. @returns refunds and cancellations that are still to come.
 */
export function writeHistory(
  index: ShopIndex,
  stock: ShelfStock,
  households: readonly Household[],
  seed: number,
  span: Span,
  onProgress: (done: number, total: number) => void,
): Chore[] {
  const past: PastOrder[] = [];
  const days = Math.ceil((span.toAt - span.fromAt) / DAY_MS);
  for (const [place, household] of households.entries()) {
    liveThrough(household, stock, span, days, past);
    if (place % 200 === 0) onProgress(place, households.length);
  }
  const random = randomFrom(seedRandom(seed, 'counter and odd orders'));
  if (households.length > 0) {
    past.push(...counterSales(random, stock, span, days), ...oddOrders(random, stock, households, span));
  }
  past.sort((a, b) => a.at - b.at);
  const chores = past.flatMap((order) => record(index, random, order, span));
  onProgress(households.length, households.length);
  return chores;
}

function liveThrough(
  household: Household,
  stock: ShelfStock,
  span: Span,
  days: number,
  past: PastOrder[],
): void {
  const random = randomFrom(household.rng);
  for (let day = 0; day < days; day += 1) {
    const at = span.fromAt + day * DAY_MS + momentOfDay(random.next());
    if (at > span.toAt || at < household.joinsAt) continue;
    const token = () => Buffer.from(random.token(), 'base64url').toString('hex');
    const deliveries = dueDeliveries(household, random, stock, at);
    if (deliveries.length > 0) {
      past.push({
        at,
        household,
        basket: { lines: deliveries, gift: false },
        kind: 'contract',
        token: null,
      });
    }
    const plan = planVisit(household, random, at, 1, NO_EFFECT);
    const basket =
      plan &&
      fillBasket(
        plan,
        random,
        stock,
        at,
        NOTHING_SHOWN,
        NO_EFFECT,
        onSale(at, span) ? STOCKS_UP_IN_SALES : STOCKS_UP,
      );
    if (basket) past.push({ at, household, basket, kind: 'web', token: token() });
  }
}

/** Two sale weeks; people stock up in them. */
function onSale(at: number, span: Span): boolean {
  const part = (at - span.fromAt) / (span.toAt - span.fromAt);
  return (part > 0.3 && part < 0.338) || (part > 0.72 && part < 0.758);
}

function counterSales(random: Random, stock: ShelfStock, span: Span, days: number): PastOrder[] {
  const sales: PastOrder[] = [];
  for (let day = 0; day < days; day += 1) {
    if (!random.chance(COUNTER_SALES_A_DAY / 2)) continue;
    for (let sale = random.whole(1, 3); sale > 0; sale -= 1) {
      const at = span.fromAt + day * DAY_MS + momentOfDay(random.next());
      if (at > span.toAt) continue;
      const basket = { lines: oneOfAnything(random, stock), gift: false };
      sales.push({ at, household: null, basket, kind: 'counter', token: null });
    }
  }
  return sales;
}

/** A few orders that count for nothing: the merchant's own tests, and free replacements for broken parcels. */
function oddOrders(
  random: Random,
  stock: ShelfStock,
  households: readonly Household[],
  span: Span,
): PastOrder[] {
  const kinds = [...Array<'test'>(5).fill('test'), ...Array<'replacement'>(12).fill('replacement')];
  return kinds.map((kind) => ({
    at: Math.round(random.between(span.fromAt, span.toAt)),
    household: random.pick(households),
    basket: { lines: oneOfAnything(random, stock), gift: false },
    kind,
    token: Buffer.from(random.token(), 'base64url').toString('hex'),
  }));
}

function record(index: ShopIndex, random: Random, past: PastOrder, span: Span): Chore[] {
  const priceCut = past.kind === 'replacement' ? 0 : onSale(past.at, span) && past.kind === 'web' ? 0.8 : 1;
  const order = recordOrder(index, {
    customerId: past.household?.customerId ?? null,
    email: past.household?.email ?? null,
    checkoutToken: past.token,
    cartToken: null,
    createdAt: past.at,
    sourceName: past.kind === 'contract' ? 'subscription_contract' : past.kind === 'counter' ? 'pos' : 'web',
    test: past.kind === 'test',
    customAttributes: past.basket.gift ? [GIFT_NOTE] : [],
    lines: past.basket.lines.map((line) => pricePast(index, line, priceCut)),
  });
  const later = drawAftermath(random, order);
  recordPastParcels(index, order, later?.kind === 'cancel' ? Math.min(later.at, span.toAt) : span.toAt);
  if (!later) return [];
  if (later.at > span.toAt) return [later];
  if (later.kind === 'cancel') recordCancellation(index, order, later.at);
  else recordRefund(index, order, later.lines, later.at);
  return [];
}

function pricePast(index: ShopIndex, line: Purchase, priceCut: number): LineDraft {
  const item = index.variantById.get(line.variantId);
  if (!item) throw new Error(`There is no variant ${line.variantId}.`);
  const { priceMinor, sku } = item.variant;
  const price = Math.round(priceMinor * priceCut);
  const plan = line.everyDays ? sellingPlanFor(line.everyDays) : null;
  return {
    item,
    title: item.product.title,
    sku,
    quantity: line.quantity,
    unitPriceMinor: plan ? subscriptionPrice(price) : price,
    sellingPlan: plan && { id: plan.id, name: plan.name },
  };
}
