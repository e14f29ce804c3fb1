import type { Ports } from '../ports';
import { categoryPrior } from './category-priors';
import { loadProductsAfter, type ProductFacts, type VerdictRow } from './evidence-store.server';
import { familyOf } from './family';
import { judgeShop } from './judge-shop';
import { emptyTally, type RepeatTally } from './repeat-tally';
import { loadTallies } from './tally-store.server';
import { toEvidence } from './to-evidence';

/** Products loaded at once: nothing else waits for long. */
const CHUNK = 250;

/** A verdict on every product of the shop from the purchases up to a local day; the merchant's word is not in it. */
export async function judgeProducts(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  upToOn: number,
): Promise<readonly VerdictRow[]> {
  const tallies = await loadTallies(ports.db.read, shopId, upToOn);
  return judge(await loadProducts(ports, shopId, tallies));
}

type KnownProduct = ReturnType<typeof knownOf>;

async function loadProducts(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  tallies: ReadonlyMap<bigint, Readonly<RepeatTally>>,
): Promise<readonly KnownProduct[]> {
  const products: KnownProduct[] = [];
  for (let after: bigint | null = null; ;) {
    const next: readonly ProductFacts[] = await loadProductsAfter(ports.db.read, shopId, after, CHUNK);
    for (const product of next) products.push(knownOf(product, tallies));
    after = next.at(-1)?.productId ?? null;
    if (after === null) return products;
  }
}

function knownOf(product: ProductFacts, tallies: ReadonlyMap<bigint, Readonly<RepeatTally>>) {
  const family = familyOf(product);
  return {
    ...product,
    ...{ prior: categoryPrior(product), family, group: family?.key ?? '' },
    tally: tallies.get(product.productId) ?? emptyTally(),
    hasPackSize: product.pack !== null,
  };
}

function judge(products: readonly KnownProduct[]): readonly VerdictRow[] {
  const { verdicts, relatives } = judgeShop(products);
  return products.map((product, at) => {
    const verdict = verdicts[at]!;
    const { consumable, score } = verdict;
    const { productId } = product;
    return {
      productId,
      modelSays: consumable,
      score,
      evidence: toEvidence(product, verdict, relatives[at]!),
    };
  });
}
