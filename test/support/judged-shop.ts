import { saveVerdicts } from '../../app/consumables/evidence-store.server';
import { statement } from '../../app/db/statement';
import type { TestPorts } from './test-ports';

export interface JudgedProduct {
  readonly productId: bigint;
  readonly title: string;
  readonly isConsumable: boolean;
  readonly buyers?: number;
  readonly repeatBuyers?: number;
  readonly score?: number;
}

const ADD = statement(`
  INSERT INTO "Product" ("shopId", "productId", "handle", "title", "tags", "isLive", "isAvailable", "shopifyUpdatedAt")
  SELECT :shopId, p."productId", p."handle", p."title", '[]', TRUE, TRUE, :at
  FROM rows(:products, "productId" number, "handle" text, "title" text) AS p`);

/** Products of the catalogue with their verdicts, as the nightly run leaves them. */
export async function addJudged(
  ports: TestPorts,
  shopId: number,
  products: readonly JudgedProduct[],
): Promise<void> {
  const at = ports.clock.now();
  const rows = products.map(({ productId, title }) => ({ productId, title, handle: `p-${productId}` }));
  await ports.db.group((tx) => tx.run(ADD, { shopId, at, products: rows }));
  await judgeAgain(ports, shopId, products);
}

/** As the model's next run does: its own side is written, the merchant's word stays. */
export function judgeAgain(
  ports: TestPorts,
  shopId: number,
  products: readonly JudgedProduct[],
): Promise<void> {
  const rows = products.map(({ productId, isConsumable, buyers = 40, repeatBuyers = 12, score }) => ({
    productId,
    modelSays: isConsumable,
    score: score ?? (isConsumable ? 0.95 : 0.1),
    evidence: {
      reasons: [isConsumable ? 'bought-again' : 'kind-not-used-up'],
      kind: isConsumable ? 'coffee' : 'mugs',
      buyers,
      repeatBuyers,
      gaps: repeatBuyers,
      logSpread: 0.5,
    },
  }));
  return ports.db.group((tx) => saveVerdicts(tx, shopId, rows, ports.clock.now()));
}
