/** A large shop with steady and unsteady shoppers, as rows in the order of days. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seededRandom } from './refills/bootstrap';

export interface SpeedShop {
  readonly shopper: Int32Array;
  readonly product: Int32Array;
  readonly day: Int32Array;
  readonly quantity: Int32Array;
}

export const PRODUCTS = 2_000;
export const KINDS = ['coffee', 'tea', 'pet food', 'pantry', 'soap and body care'] as const;
const DAYS = 540;
const PER_SHOPPER = 10;

/** Shoppers buy one to four products, each in a cycle of their own, for as long as they stay. */
export function makeSpeedShop(shoppers: number): SpeedShop {
  const random = seededRandom(20_261_120);
  const rows: number[][] = Array.from({ length: DAYS }, () => []);
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const products = 1 + Math.floor(random() * 4);
    for (let n = 0; n < products; n += 1) {
      const product = Math.floor(PRODUCTS * random() ** 2);
      const cycle = 10 + 80 * random() ** 2 + (product % 7);
      const spread = 0.1 + 0.5 * random();
      const purchases = Math.floor((2 * PER_SHOPPER * random() * 1.45) / (1 + products)) + 1;
      let day = Math.floor(random() * DAYS * 0.6);
      for (let i = 0; i < purchases && day < DAYS; i += 1) {
        rows[day]!.push(shopper, product, random() < 0.1 ? 3 : 1);
        day += Math.max(1, Math.round(cycle * Math.exp(spread * (random() + random() + random() - 1.5))));
      }
    }
  }
  const count = rows.reduce((sum, ofDay) => sum + ofDay.length / 3, 0);
  const shop = {
    shopper: new Int32Array(count),
    product: new Int32Array(count),
    day: new Int32Array(count),
    quantity: new Int32Array(count),
  };
  let at = 0;
  rows.forEach((ofDay, day) => {
    for (let i = 0; i < ofDay.length; i += 3, at += 1) {
      shop.shopper[at] = ofDay[i]!;
      shop.product[at] = ofDay[i + 1]!;
      shop.day[at] = day;
      shop.quantity[at] = ofDay[i + 2]!;
    }
  });
  return shop;
}

export const kindOfProduct = (product: number): string => KINDS[product % KINDS.length]!;

/** In the format of `--purchases`, ids as long as Shopify's. */
export async function writeSpeedShop(shop: SpeedShop, path: string): Promise<void> {
  const out = createWriteStream(path);
  let text = 'shopper_id,product_id,day,quantity,category\n';
  for (let i = 0; i < shop.day.length; i += 1) {
    const [shopper, product] = [customerId(shop.shopper[i]!), productId(shop.product[i]!)];
    text += `${shopper},${product},${shop.day[i]},${shop.quantity[i]},${kindOfProduct(shop.product[i]!)}\n`;
    if (text.length > 1 << 16) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

export const customerId = (shopper: number): bigint => 6_000_000_000_000n + BigInt(shopper);
export const productId = (product: number): bigint => 8_000_000_000_000n + BigInt(product);
