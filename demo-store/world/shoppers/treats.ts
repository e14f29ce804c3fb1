import type { Random } from '../random';
import type { ShelfStock } from './shelf-stock';
import type { Purchase } from './purchase';

export const GIFT_NOTE = { key: 'Gift note', value: 'Happy birthday! Enjoy.' };

/** Something nice; as a gift now and then a refill, which teaches nothing about the buyer's own cupboard. */
export function chooseTreat(random: Random, stock: ShelfStock, gift: boolean): Purchase[] {
  if (gift && random.chance(0.25))
    return chooseRefill(random, stock, ['coffee', 'honey', 'chocolate', 'tea']);
  const treats = stock.treats();
  if (treats.length === 0) return [];
  const treat = treats[random.weighted(treats.map(({ weight }) => weight))];
  return [{ variantId: random.pick(treat?.variantIds ?? []), quantity: 1, everyDays: null }];
}

export function oneOfAnything(random: Random, stock: ShelfStock): Purchase[] {
  return random.chance(0.5)
    ? chooseTreat(random, stock, false)
    : chooseRefill(random, stock, ['coffee', 'tea', 'chocolate', 'honey', 'bar-soap']);
}

function chooseRefill(random: Random, stock: ShelfStock, groups: readonly string[]): Purchase[] {
  const refills = stock.refills(random.pick(groups));
  return refills.length > 0
    ? [{ variantId: random.pick(refills).variant.id, quantity: 1, everyDays: null }]
    : [];
}
