/**
 * How fast things are really used up. Only the simulation reads this: nothing of it stands in a product,
 * an order or a customer, so that a forecast has to find it out from purchases.
 */
interface Habit {
  /** Of the product's unit, a day, for one person, pet or baby that uses it. */
  readonly perDay: number;
  /** True when everybody in the household takes part. */
  readonly shared: boolean;
  /** How often a household of our shoppers has this habit, relative to the others. */
  readonly common: number;
}

/** By the catalogue's group. */
export const HABITS: Readonly<Record<string, Habit>> = {
  coffee: { perDay: 14, shared: true, common: 16 },
  capsules: { perDay: 1.6, shared: true, common: 6 },
  filters: { perDay: 1.1, shared: false, common: 3 },
  tea: { perDay: 4, shared: true, common: 6 },
  'tea-bags': { perDay: 1.3, shared: true, common: 4 },
  cocoa: { perDay: 7, shared: true, common: 2 },
  'oat-drink': { perDay: 170, shared: true, common: 6 },
  breakfast: { perDay: 22, shared: true, common: 4 },
  spread: { perDay: 12, shared: true, common: 3 },
  honey: { perDay: 6, shared: true, common: 2 },
  oil: { perDay: 15, shared: true, common: 4 },
  chocolate: { perDay: 0.12, shared: true, common: 3 },
  laundry: { perDay: 22, shared: true, common: 5 },
  dishwasher: { perDay: 0.9, shared: false, common: 6 },
  'dish-soap': { perDay: 9, shared: false, common: 3 },
  cleaner: { perDay: 9, shared: false, common: 2 },
  'toilet-paper': { perDay: 0.22, shared: true, common: 7 },
  sponges: { perDay: 0.05, shared: false, common: 2 },
  'dog-food': { perDay: 230, shared: false, common: 9 },
  'dog-treats': { perDay: 9, shared: false, common: 4 },
  'cat-food': { perDay: 55, shared: false, common: 7 },
  'cat-wet-food': { perDay: 1.4, shared: false, common: 5 },
  'cat-litter': { perDay: 330, shared: false, common: 6 },
  nappies: { perDay: 5.2, shared: false, common: 5 },
  wipes: { perDay: 9, shared: false, common: 4 },
  'baby-food': { perDay: 22, shared: false, common: 2 },
  shampoo: { perDay: 5, shared: true, common: 4 },
  conditioner: { perDay: 6, shared: false, common: 2 },
  'body-wash': { perDay: 8, shared: true, common: 2 },
  'hand-soap': { perDay: 7, shared: true, common: 3 },
  'bar-soap': { perDay: 0.035, shared: true, common: 2 },
  'face-cream': { perDay: 0.9, shared: false, common: 3 },
  toothpaste: { perDay: 1.9, shared: true, common: 3 },
  deodorant: { perDay: 1.1, shared: false, common: 2 },
  blades: { perDay: 0.16, shared: false, common: 2 },
  'vitamin-d': { perDay: 1, shared: false, common: 5 },
  multivitamin: { perDay: 1, shared: false, common: 3 },
  magnesium: { perDay: 4.5, shared: false, common: 3 },
  protein: { perDay: 26, shared: false, common: 4 },
  pads: { perDay: 1.7, shared: false, common: 1.2 },
  condoms: { perDay: 0.28, shared: false, common: 1.2 },
};

/** Groups that live together: having one makes the others likely. */
export const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  coffee: ['filters', 'oat-drink'],
  'dog-food': ['dog-treats'],
  'cat-food': ['cat-litter', 'cat-wet-food'],
  'cat-litter': ['cat-food'],
  nappies: ['wipes', 'baby-food'],
  shampoo: ['conditioner'],
  laundry: ['dishwasher', 'toilet-paper'],
};
