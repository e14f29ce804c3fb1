/** Invented purchases for the recommender: shoppers who keep to a taste, or who buy whatever sells. */
import { seededRandom } from '../../bench/refills/bootstrap';

export interface TasteLine {
  readonly buyer: string;
  readonly productId: bigint;
  readonly boughtOn: number;
}

export interface TasteShop {
  readonly shoppers: number;
  readonly untilOn: number;
  /** Share of items that follow the shopper's own taste; 0: everybody buys alike. */
  readonly taste: number;
  readonly seed?: number;
  /** Tastes, and products of each. */
  readonly groups?: number;
  readonly perGroup?: number;
}

const GROUPS = 8;
const PER_GROUP = 8;
const DAYS = 180;
export const TASTE_PRODUCTS = Array.from({ length: GROUPS * PER_GROUP }, (_, i) => BigInt(i + 1));

/** Product 1 to 8 are the first taste, 9 to 16 the second, and so on. Grouped by buyer. */
export function tasteLines(shop: TasteShop): TasteLine[] {
  const { shoppers, untilOn, taste, seed = 7, groups = GROUPS, perGroup = PER_GROUP } = shop;
  const random = seededRandom(seed);
  const lines: TasteLine[] = [];
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const group = Math.floor(random() * groups);
    const orders = 2 + Math.floor(random() * 4);
    for (let order = 0; order < orders; order += 1) {
      const boughtOn = untilOn - Math.floor(random() * DAYS);
      const items = 1 + Math.floor(random() * 3);
      for (let item = 0; item < items; item += 1) {
        const own = random() < taste;
        const place = own
          ? group * perGroup + Math.floor(random() * perGroup)
          : Math.floor(groups * perGroup * random() ** 2);
        lines.push({ buyer: `c${1000 + shopper}`, productId: BigInt(place + 1), boughtOn });
      }
    }
  }
  return lines;
}
