import { fingerprint, withoutErased, type Erasures, type StoredOrder } from '../intake/choose-orders';
import { MAX_ORDER_LINES } from './limits';
import { importedLineId } from './matching';
import type { MappedOrder, PurchaseRow } from '../intake/to-purchases';

/** An order as a file delivers it. */
export interface DeliveredOrder extends MappedOrder {
  /** How many of its lines could be read and matched, purchases or not. */
  readonly lines: number;
  /** Lines of it stand in another file, as when one was cut in the middle of the order. */
  readonly isPart: boolean;
}

export interface UploadChoice {
  readonly save: readonly MappedOrder[];
  /** Orders that were not known, or were known otherwise, by id. */
  readonly added: readonly bigint[];
  /** Orders known already: from Shopify's API, which knows better, or from an upload that says the same. */
  readonly known: number;
  /** The lines delivered: each is one of these. */
  readonly lines: { readonly added: number; readonly known: number; readonly unusable: number };
}

/**
 * Which orders of an export to write. What the API has told is never overwritten; what an earlier upload has told is
 * corrected by a later one. Of an order whose lines do not stand together, in one file or in two that were one, each part
 * adds what is new in it, and an order that stands there twice adds nothing the second time. Erased people do not come back.
 */
export function chooseUploaded(
  delivered: readonly DeliveredOrder[],
  stored: ReadonlyMap<bigint, StoredOrder>,
  erasures: Erasures,
  uploadId: number,
): UploadChoice {
  const save = new Map<bigint, MappedOrder>();
  const lines = { added: 0, known: 0, unusable: 0 };
  const added: bigint[] = [];
  let known = 0;
  for (const delivery of delivered) {
    const { orderId } = delivery.order;
    const before = stored.get(orderId);
    const isSecondFile = before !== undefined && before.importId !== uploadId && !save.has(orderId);
    const earlierPart =
      save.get(orderId) ??
      (before && isEarlierPart(before, delivery, uploadId) ? { ...delivery, ...before.held } : undefined);
    const isKnown =
      before !== undefined &&
      before.importId !== uploadId &&
      (before.importId === null || before.fingerprint === fingerprint(delivery));
    const allowed = withoutErased(delivery, erasures);
    const news = allowed && earlierPart ? newPurchases(earlierPart, allowed) : (allowed?.purchases ?? []);
    if (isKnown || (earlierPart && news.length === 0)) {
      known += 1;
      lines.known += delivery.lines;
      continue;
    }
    lines.added += news.length;
    lines[earlierPart ? 'known' : 'unusable'] += delivery.lines - news.length;
    if (!allowed) continue;
    if (!earlierPart || isSecondFile) added.push(orderId);
    save.set(
      orderId,
      earlierPart ? { ...earlierPart, purchases: [...earlierPart.purchases, ...news] } : allowed,
    );
  }
  return { save: [...save.values()], added, known, lines };
}

function isEarlierPart(before: StoredOrder, delivery: DeliveredOrder, uploadId: number): boolean {
  if (before.importId === uploadId) return true;
  return before.importId !== null && delivery.isPart && before.held.purchases.length > 0;
}

/**
 * Purchases of a further part of an order that the parts before it did not hold, under ids that are still free; no more
 * than an order can have.
 */
function newPurchases(before: MappedOrder, part: MappedOrder): readonly PurchaseRow[] {
  const same = ({ productId, variantId, quantity }: PurchaseRow) => `${productId} ${variantId} ${quantity}`;
  const held = new Map<string, number>();
  for (const purchase of before.purchases) held.set(same(purchase), (held.get(same(purchase)) ?? 0) + 1);
  const taken = new Set(before.purchases.map((purchase) => purchase.lineId));
  let index = before.purchases.length;
  const news = part.purchases.flatMap((purchase) => {
    const left = held.get(same(purchase)) ?? 0;
    held.set(same(purchase), left - 1);
    if (left > 0) return [];
    while (taken.has(importedLineId(purchase.orderId, index))) index += 1;
    const lineId = importedLineId(purchase.orderId, index);
    taken.add(lineId);
    return [{ ...purchase, lineId }];
  });
  return news.slice(0, Math.max(0, MAX_ORDER_LINES - before.purchases.length));
}
