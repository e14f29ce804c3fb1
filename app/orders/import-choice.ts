import { fingerprint, withoutErased, type Erasures, type StoredOrder } from './choose-orders';
import type { MappedOrder } from './to-purchases';

export interface ImportChoice {
  readonly save: readonly MappedOrder[];
  /** Known already: from Shopify's API, which knows better, or from an upload that says the same. */
  readonly known: number;
}

/**
 * Which orders of an export to write. What the API has told is never overwritten; what an earlier upload has told is
 * corrected by a later one. Of an order that stands in a file twice, the first holds. Erased people do not come back.
 */
export function chooseImported(
  delivered: readonly MappedOrder[],
  stored: ReadonlyMap<bigint, StoredOrder>,
  erasures: Erasures,
  importId: number,
): ImportChoice {
  const seen = new Set<bigint>();
  const save: MappedOrder[] = [];
  let known = 0;
  for (const delivery of delivered) {
    const { orderId } = delivery.order;
    const before = stored.get(orderId);
    const isKnown =
      seen.has(orderId) ||
      (before !== undefined &&
        (before.importId === null ||
          before.importId === importId ||
          before.fingerprint === fingerprint(delivery)));
    seen.add(orderId);
    const allowed = withoutErased(delivery, erasures);
    if (isKnown) known += 1;
    else if (allowed) save.push(allowed);
  }
  return { save, known };
}
