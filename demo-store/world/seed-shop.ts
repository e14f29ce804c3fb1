import { buildProducts } from './catalogue/build-products';
import { mintId, noIdsYet } from './mint-ids';
import { seedRandom } from './random';
import { drawHouseholds } from './shoppers/draw-households';
import { DAY_MS } from './shoppers/household';
import { localHour } from './shoppers/rhythm';
import { readShelfStock } from './shoppers/shelf-stock';
import { writeHistory } from './shoppers/write-history';
import type { Life } from './world-snapshot';
import type { ShopProfile } from './types';
import type { ShopIndex } from './world-state';
import { indexRecords } from './world-state';

const HOUR_MS = 3_600_000;
const TIME_ZONE = 'America/New_York';

/**
 * Makes the seeded shop: catalogue, shoppers, and their orders of the last `days` up to `nowAt` (epoch ms).
 * The same seed and `nowAt` give the same shop, id by id.
 */
export function seedShop(
  options: { seed: number; shoppers: number; days: number; nowAt: number },
  onProgress: (done: number, total: number) => void,
): { index: ShopIndex; life: Life } {
  const { seed, nowAt } = options;
  const span = {
    fromAt: midnightBefore(nowAt) - (options.days - 1) * DAY_MS,
    toAt: nowAt,
  };
  const ids = noIdsYet();
  const shop: ShopProfile = {
    id: mintId(ids, 'shop'),
    domain: 'larder-demo.myshopify.com',
    name: 'Juniper Pantry',
    email: 'hello@juniper-pantry.example.test',
    currency: 'USD',
    moneyFormat: '${{amount}}',
    timeZone: TIME_ZONE,
    locale: 'en',
  };
  const products = buildProducts(ids, span.fromAt - 30 * DAY_MS);
  const index = indexRecords({
    shop,
    products,
    customers: [],
    orders: [],
    discounts: [],
    ids,
  });
  const stock = readShelfStock(index);
  const households = drawHouseholds(index, stock, options.shoppers, seed, span);
  const chores = writeHistory(index, stock, households, seed, span, onProgress);
  return {
    index,
    life: { households, chores, leaving: [], rng: seedRandom(seed, 'life from now on') },
  };
}

/** Local midnight, but for the hour that a change of summer time may be off. */
function midnightBefore(at: number): number {
  const hourStart = Math.floor(at / HOUR_MS) * HOUR_MS;
  return hourStart - localHour(at, TIME_ZONE) * HOUR_MS;
}
