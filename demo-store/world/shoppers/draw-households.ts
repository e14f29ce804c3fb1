import { randomFrom, seedRandom } from '../random';
import type { Random } from '../random';
import { mintId } from '../mint-ids';
import type { Customer } from '../types';
import type { ShopIndex } from '../world-state';
import { indexCustomer } from '../world-state';
import { COMPANIONS, HABITS } from './habits';
import type { Household, Need } from './household';
import { DAY_MS } from './household';
import { FIRST_NAMES, LAST_NAMES } from './names';
import type { Refill, ShelfStock } from './shelf-stock';

export interface Span {
  readonly fromAt: number; // epoch ms
  readonly toAt: number;
}

/** Draws the shoppers and writes their customer records. Each shopper has a stream of chance of their own. */
export function drawHouseholds(
  index: ShopIndex,
  stock: ShelfStock,
  count: number,
  seed: number,
  span: Span,
): Household[] {
  return Array.from({ length: count }, (_, place) => drawHousehold(index, stock, place, seed, span));
}

function drawHousehold(
  index: ShopIndex,
  stock: ShelfStock,
  place: number,
  seed: number,
  span: Span,
): Household {
  const rng = seedRandom(seed, `shopper ${place}`);
  const random = randomFrom(rng);
  const length = span.toAt - span.fromAt;
  const known = random.chance(0.55); // was a customer before the time we look at
  const joinsAt = known ? span.fromAt : Math.round(span.fromAt + length * Math.pow(random.next(), 0.85));
  const customer = drawCustomer(index, random, place, joinsAt);
  const drawnNeeds = drawNeeds(stock, random, joinsAt, known);
  return {
    customerId: customer.id,
    email: customer.email ?? '',
    browserId: random.chance(0.64) ? random.token() : null,
    signsIn: customer.hasAccount ? random.between(0.1, 0.85) : 0,
    rng,
    joinsAt,
    fadesAt: random.chance(0.24) ? Math.round(joinsAt + length * random.between(0.15, 1.1)) : null,
    forgetfulDays: 0.4 + 4 * Math.pow(random.next(), 2),
    leadDays: random.between(-2, 5),
    loyalty: random.between(0.38, 0.7),
    browsesPerDay: random.between(0.01, 0.065),
    treatsPerDay: random.between(0.001, 0.008),
    takesReminders: random.between(0.15, 0.6),
    needs: drawnNeeds,
    letter: null,
  };
}

function drawCustomer(index: ShopIndex, random: Random, place: number, joinsAt: number): Customer {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  const plain = `${firstName}.${lastName}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '');
  const draw = random.next();
  const customer: Customer = {
    id: mintId(index.records.ids, 'customer'),
    email: `${plain}.${place + 1}@example.test`,
    firstName,
    lastName,
    hasAccount: random.chance(0.7),
    marketing: draw < 0.6 ? 'SUBSCRIBED' : draw < 0.66 ? 'UNSUBSCRIBED' : 'NOT_SUBSCRIBED',
    createdAt: joinsAt,
    updatedAt: joinsAt,
  };
  index.records.customers.push(customer);
  indexCustomer(index, customer);
  return customer;
}

function drawNeeds(stock: ShelfStock, random: Random, joinsAt: number, known: boolean): Need[] {
  const people = 1 + random.weighted([34, 34, 16, 12, 4]);
  const wanted = random.weighted([9, 31, 29, 19, 12]); // none: buys only durables and presents
  const groups: string[] = [];
  const names = Object.keys(HABITS);
  while (groups.length < wanted) {
    const companions = COMPANIONS[groups.at(-1) ?? ''] ?? [];
    const group =
      companions.length > 0 && random.chance(0.55)
        ? random.pick(companions)
        : (names[random.weighted(names.map((name) => HABITS[name]?.common ?? 0))] ?? 'coffee');
    if (!groups.includes(group)) groups.push(group);
  }
  return groups.flatMap((group, order) => {
    const startsAt = joinsAt + (order === 0 || known ? 0 : Math.round(random.between(0, 60) * DAY_MS));
    const need = drawNeed(stock.refills(group), group, people, random, startsAt);
    if (need && known) need.left = need.perDay * random.between(0, 45); // some pack is open already
    return need ? [need] : [];
  });
}

function drawNeed(
  refills: readonly Refill[],
  group: string,
  people: number,
  random: Random,
  startsAt: number,
): Need | null {
  const habit = HABITS[group];
  if (!habit || refills.length === 0) return null;
  const spread = Math.exp(0.38 * random.normal());
  const perDay = habit.perDay * spread * (habit.shared ? Math.pow(people, 0.75) : 1);
  const usualDays = random.between(18, 50); // how long a pack should last, to their taste
  const weights = refills.map(({ content, product }, place) => {
    const misfit = Math.log(content / perDay / usualDays);
    return (
      Math.exp(-1.6 * misfit * misfit) / (1 + 0.4 * (product === refills[0]?.product ? 0 : place * 0.2)) +
      1e-6
    );
  });
  const choice = refills[random.weighted(weights)];
  if (!choice) return null;
  const { product, variant } = choice;
  const cupboard = {
    left: 0,
    asOf: startsAt,
    subscription: null,
    remindedAt: null,
  };
  return {
    group,
    productId: product.id,
    variantId: variant.id,
    perDay,
    startsAt,
    ...cupboard,
  };
}
