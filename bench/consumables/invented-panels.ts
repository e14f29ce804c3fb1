import { seededRandom } from '../refills/bootstrap';
import type { PurchaseRow } from '../refills/history';
import { buildProducts, CONSUMABLES } from '../../demo-store/world/catalogue/build-products';
import { noIdsYet } from '../../demo-store/world/mint-ids';
import { translatedTitle } from './translated-titles';

/** A product of an invented shop, with what is true of it. */
export interface InventedProduct {
  readonly id: string;
  readonly category: string;
  readonly categoryId: string | null;
  readonly title: string;
  readonly isConsumable: boolean;
}

export interface LabelledHistory {
  readonly rows: readonly PurchaseRow[];
  readonly products: readonly InventedProduct[];
  readonly endOn: number;
}

export interface PanelCategory {
  readonly name: string;
  /** Share of its buyers who came back within 79 days. */
  readonly repeatShare: number;
  readonly buyers: number;
  readonly isConsumable: boolean;
}

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const HOUSEHOLDS = 900;
const PANEL_DAYS = 79;
/** Households of the panel whose categories were measured. */
const MEASURED_HOUSEHOLDS = 950;
/** Spread of ln(share of the basket) between households in a category that few buy. */
const TASTE_SPREAD = 1.1;
/** How often a thing to keep is taken again by the one who has it, where chance would have it. */
const KEPT_AGAIN = 0.5;

/**
 * Households of a supermarket over 79 days. Categories, their sizes and how often they are bought again are those measured
 * on a real panel; rates of products vary within a category and between households, and each household has categories that
 * it buys more of than others. Set so that the share of buyers who come back is near the real one, to a product .104 (used
 * up) and .018 (kept), to a category .26 and .11; and that this share tells products of both sorts apart about as well as it
 * does there (AUC .72, with a category prior .95).
 */
export function inventedPanel(categories: readonly PanelCategory[], seed: number): LabelledHistory {
  const random = seededRandom(seed);
  const products = categories.flatMap((category, c) =>
    Array.from({ length: Math.ceil(category.buyers / (category.isConsumable ? 6 : 8)) }, (_, i) => {
      const share = category.isConsumable ? 0.021 * category.repeatShare : 0.0005;
      return {
        id: `p${c}-${i}`,
        category: category.name,
        categoryId: null,
        title: '',
        isConsumable: category.isConsumable,
        rate: share * Math.exp(normal(random)),
        popularity: random() ** 3,
      };
    }),
  );
  const shelves = shelvesOf(products);
  const rows: PurchaseRow[] = [];
  for (let h = 0; h < HOUSEHOLDS; h += 1) {
    const ofCategory = drawer(categories.map((category, c) => shelves[c]!.size * taste(random, category)));
    const loyal = Math.exp(0.5 * normal(random));
    const basket = 1.5 + 4 * random() ** 2;
    const last = new Map<number, number>();
    for (let day = 1 + Math.floor(7 * random()); day <= PANEL_DAYS; day += visitGap(random)) {
      for (const [product, on] of last) {
        const rest = day - on < 4 ? 0.1 : 1;
        if (random() < products[product]!.rate * loyal * rest) last.set(product, -day);
      }
      for (let i = basket * (0.5 + random()); i > 0; i -= 1) {
        const at = shelves[ofCategory(random)]!.draw(random);
        if (products[at]!.isConsumable || !last.has(at) || random() < KEPT_AGAIN) last.set(at, -day);
      }
      for (const [product, on] of last) {
        if (on !== -day) continue;
        last.set(product, day);
        rows.push({
          shopper: `h${h}`,
          product: products[product]!.id,
          day,
          quantity: 1,
          category: products[product]!.category,
        });
      }
    }
  }
  return { rows, products, endOn: PANEL_DAYS };
}

/** The products of each category: how much is taken of them, and one of them at random. */
function shelvesOf(products: readonly { readonly category: string; readonly popularity: number }[]) {
  const places = new Map<string, number[]>();
  for (const [at, { category }] of products.entries())
    places.set(category, [...(places.get(category) ?? []), at]);
  return [...places.values()].map((own) => {
    const weights = own.map((at) => products[at]!.popularity);
    const draw = drawer(weights);
    return { size: weights.reduce((a, b) => a + b, 0), draw: (random: Random) => own[draw(random)]! };
  });
}

/** How much more than others a household buys of a category, mean 1; all buy alike of what everybody buys. */
function taste(random: Random, { buyers }: PanelCategory): number {
  const spread = TASTE_SPREAD * (1 - Math.min(1, buyers / MEASURED_HOUSEHOLDS));
  return Math.exp(spread * normal(random) - spread ** 2 / 2);
}

const visitGap = (random: Random) => 1 + Math.floor(9 * random() ** 1.5);

/**
 * A web shop with the seeded catalogue (titles, taxonomy where the merchant filled it in): shoppers come every few weeks,
 * most leave after an order or two, and one in fifty buys for others, anything, often.
 */
export function inventedWebShop(
  shoppers: number,
  seed: number,
  language: 'en' | 'de' | 'fr' = 'en',
): LabelledHistory {
  const random = seededRandom(seed);
  const built = buildProducts(noIdsYet(), 0).map((product, at) => ({
    id: `w${at}`,
    category: product.category?.fullName ?? product.productType,
    categoryId: product.category?.id.split('/').at(-1) ?? null,
    title: language === 'en' ? product.title : translatedTitle(product.handle, language),
    isConsumable: at < CONSUMABLES.length,
    gap: 40 * Math.exp(0.4 * normal(random)),
    popularity: 0.2 + random() ** 2,
  }));
  const draw = drawer(built.map((product) => product.popularity));
  const rows: PurchaseRow[] = [];
  const buy = (shopper: number, at: number, day: number) => {
    const { id, category } = built[at]!;
    rows.push({ shopper: `c${shopper}`, product: id, day, quantity: 1, category });
  };
  for (let s = 0; s < shoppers; s += 1) {
    const isTrade = random() < 0.02;
    const dueOn = new Map<number, number>();
    const leaves = isTrade ? 0.02 : 0.35;
    for (let day = Math.floor(330 * random()); day < 365;) {
      for (const [at, due] of dueOn) {
        if (day < due - 7 || random() > 0.8) continue;
        buy(s, at, day);
        dueOn.set(at, day + nextGap(random, built[at]!.gap));
      }
      for (let i = (isTrade ? 8 : 1.6) * (0.5 + random()); i > 0; i -= 1) {
        const at = draw(random);
        buy(s, at, day);
        if (built[at]!.isConsumable && random() < 0.6) dueOn.set(at, day + nextGap(random, built[at]!.gap));
      }
      if (random() < leaves) break;
      const due = Math.min(day + 60, ...dueOn.values());
      day += Math.max(2, Math.round((isTrade ? 7 : due - day) * (0.6 + 0.8 * random())));
    }
  }
  return { rows, products: built, endOn: 365 };
}

const nextGap = (random: Random, gap: number) => Math.max(4, gap * Math.exp(0.5 * normal(random)));

/** Draws places by weight. */
function drawer(weights: readonly number[]): (random: Random) => number {
  const sums: number[] = [];
  let all = 0;
  for (const weight of weights) sums.push((all += weight));
  return (random) => {
    const at = random() * all;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
