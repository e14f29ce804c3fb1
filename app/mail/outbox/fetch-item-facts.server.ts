import { isPublished } from '../../catalogue/to-product';
import type { Ports } from '../../ports';
import { variantAvailabilityAnswer } from '../../shopify/answers';
import { toGid } from '../../shopify/gid';
import { VARIANT_AVAILABILITY } from '../../shopify/queries';
import { GONE, type ItemFacts } from './item-facts';

/** Shopify answers at most 250 nodes a request; smaller ones cost less to repeat. */
const BATCH = 100;

/** Price, stock and publication of variants, as Shopify says now. One that Shopify does not know is gone. */
export async function fetchItemFacts(
  ports: Pick<Ports, 'admin'>,
  shopDomain: string,
  variantIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, ItemFacts>> {
  const asked = [...new Set(variantIds)];
  const facts = new Map<bigint, ItemFacts>(asked.map((id) => [id, GONE]));
  for (let from = 0; from < asked.length; from += BATCH) {
    const ids = asked.slice(from, from + BATCH).map((id) => toGid('ProductVariant', id));
    const answer = await ports.admin.query(
      shopDomain,
      VARIANT_AVAILABILITY,
      { ids },
      variantAvailabilityAnswer,
    );
    for (const node of answer.nodes) {
      if (!node) continue;
      facts.set(node.id, {
        price: node.price,
        isAvailable: node.availableForSale,
        isPublished: isPublished(node.product),
        requiresSellingPlan: node.product.requiresSellingPlan,
      });
    }
  }
  return facts;
}
