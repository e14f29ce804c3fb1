/** Shops for the recommender's bench: the UCI file, the demo's own, and invented ones with and without taste. */
import { openBaskets } from '../../app/recommend/learn/baskets';
import { seedShop } from '../../demo-store/world/seed-shop';
import { tasteLines } from '../../test/support/taste-shop';
import { readUci } from '../refills/convert-uci';
import type { BenchShop } from './score-months';

const DAY_MS = 86_400_000;
const everything = { isShown: () => true, categoryOf: () => '' };

/** The UCI file knows no categories. */
export async function uciShop(file: string): Promise<BenchShop> {
  const rows = await readUci(file);
  rows.sort((a, b) => (a.shopper < b.shopper ? -1 : a.shopper > b.shopper ? 1 : a.day - b.day));
  const baskets = openBaskets<string>();
  let endOn = 0;
  for (const { shopper, product, day } of rows) {
    baskets.add({ buyer: shopper, productId: product, boughtOn: day });
    endOn = Math.max(endOn, day);
  }
  return { name: 'UCI', baskets: baskets.close(), known: everything, endOn };
}

/** As it is seeded, before anybody moves its clock. Nobody told its shoppers what goes with what. */
export function demoShop(about: { readonly shoppers: number; readonly seed: number }): BenchShop {
  const nowAt = Date.UTC(2026, 10, 20, 12);
  const { index } = seedShop({ ...about, days: 180, nowAt }, () => undefined);
  const lines = index.records.orders.flatMap((order) =>
    order.cancelledAt !== null || order.test
      ? []
      : order.lines.flatMap(({ productId, currentQuantity, sellingPlan }) =>
          productId === null || currentQuantity === 0 || sellingPlan !== null
            ? []
            : [
                {
                  buyer: order.customerId ?? `order ${order.id}`,
                  productId,
                  boughtOn: Math.floor(order.processedAt / DAY_MS),
                },
              ],
        ),
  );
  lines.sort((a, b) => (a.buyer < b.buyer ? -1 : a.buyer > b.buyer ? 1 : 0));
  const open = openBaskets<string>();
  for (const line of lines) open.add(line);
  const baskets = open.close();
  const products = new Map(index.records.products.map((product) => [product.id, product]));
  const of = (place: number) => products.get(baskets.products[place]!);
  const known = {
    isShown: (place: number) => of(place)?.isGiftCard === false,
    categoryOf: (place: number) => of(place)?.category?.fullName ?? of(place)?.productType ?? '',
  };
  return { name: 'demo', baskets, known, endOn: Math.floor(nowAt / DAY_MS) };
}

export function inventedShop(name: string, taste: number, shoppers: number): BenchShop {
  const baskets = openBaskets<bigint>();
  const endOn = 20_777;
  for (const line of tasteLines({ shoppers, untilOn: endOn, taste })) baskets.add(line);
  return { name, baskets: baskets.close(), known: everything, endOn };
}
