import type { CategoryPrior } from './category-priors';
import { judgeProduct, type ProductEvidence, type Verdict } from './judge-product';
import { relativesLogOdds } from './relatives';
import { fitShopRates, returnsLogRatio, type ShopRates } from './shop-rates';

export interface ShopProduct extends Omit<ProductEvidence, 'fromReturns' | 'fromRelatives'> {
  readonly prior: Pick<CategoryPrior, 'chance' | 'from'>;
  /** What it shares with its relatives (the key of its family); empty when it has none. */
  readonly group: string;
}

export interface ShopVerdicts {
  readonly rates: ShopRates;
  /** One for each product, in the order given. */
  readonly verdicts: readonly Verdict[];
  /** Likewise: the other products of its group, and their buyers. */
  readonly relatives: readonly RelativesSeen[];
}

export interface RelativesSeen {
  readonly products: number;
  readonly buyers: number;
  readonly repeatBuyers: number;
}

/** Rates need no more products than this to be known. */
const PRODUCTS_FOR_RATES = 1_000;

/** Judges all products of a shop from what is known today: rates first, then relatives, then each product. Pure. */
export function judgeShop(products: readonly ShopProduct[]): ShopVerdicts {
  const each = Math.ceil(products.length / PRODUCTS_FOR_RATES);
  const rates = fitShopRates(
    products
      .filter((_, at) => at % each === 0)
      .map(({ tally, prior }) => ({ ...tally, kindChance: prior.from === null ? null : prior.chance })),
  );
  const returns = products.map(({ tally }) => returnsLogRatio(tally, rates));
  const related = relativesLogOdds(products.map(({ group }, at) => ({ group, ownLogRatio: returns[at]! })));
  const verdicts = products.map((product, at) =>
    judgeProduct({ ...product, fromReturns: returns[at]!, fromRelatives: related[at]! }, rates),
  );
  return { rates, verdicts, relatives: relativesSeen(products) };
}

function relativesSeen(products: readonly ShopProduct[]): readonly RelativesSeen[] {
  const groups = new Map<string, RelativesSeen>();
  const none = { products: 0, buyers: 0, repeatBuyers: 0 };
  const add = (to: RelativesSeen, { tally }: ShopProduct, times: 1 | -1) => ({
    products: to.products + times,
    buyers: to.buyers + times * tally.buyers,
    repeatBuyers: to.repeatBuyers + times * tally.repeatBuyers,
  });
  for (const product of products)
    groups.set(product.group, add(groups.get(product.group) ?? none, product, 1));
  return products.map((product) =>
    product.group === '' ? none : add(groups.get(product.group) ?? none, product, -1),
  );
}
