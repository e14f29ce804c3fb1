import { createHash } from 'node:crypto';
import { localDay } from '../shops/local-day';
import type { ImportedLine, ImportedOrder } from './import-order';
import type { RejectedLine } from './import-grouping';
import { NO_JOURNEY } from './read-journey';
import type { MappedOrder, OrderRow, PurchaseRow } from './to-purchases';

/** A variant of the shop's that a line may mean. */
export interface MatchCandidate {
  readonly productId: bigint;
  readonly variantId: bigint;
  readonly sku: string | null;
  /** As an export writes it. */
  readonly title: string;
  readonly isGiftCard: boolean;
}

export type LineMatch =
  | {
      readonly ok: true;
      readonly productId: bigint;
      readonly variantId: bigint | null;
      readonly isGiftCard: boolean;
    }
  | { readonly ok: false; readonly field: 'Lineitem sku' | 'Lineitem name'; readonly reason: string };

/**
 * The product of a line: by its SKU, and where several variants share that, by its name among them; without a SKU that the
 * shop knows, by its name.
 */
export function matchLine(
  line: Pick<ImportedLine, 'sku' | 'title'>,
  candidates: readonly MatchCandidate[],
): LineMatch {
  const bySku = line.sku === '' ? [] : candidates.filter((one) => one.sku === line.sku);
  const named = (bySku.length > 0 ? bySku : candidates).filter((one) => one.title === line.title);
  const found = bySku.length === 1 || named.length === 0 ? bySku : named;
  const [first] = found;
  if (!first) {
    const sku = line.sku === '' ? '' : 'this SKU or ';
    const field = line.sku === '' ? 'Lineitem name' : 'Lineitem sku';
    return { ok: false, field, reason: `No product has ${sku}this name.` };
  }
  if (found.some((one) => one.productId !== first.productId)) {
    const shared = bySku.length > 0 ? 'this SKU' : 'this name';
    const field = bySku.length > 0 ? 'Lineitem sku' : 'Lineitem name';
    return {
      ok: false,
      field,
      reason: `Several products have ${shared}, so that it is not clear which one is meant.`,
    };
  }
  const { productId, variantId, isGiftCard } = first;
  return { ok: true, productId, variantId: found.length === 1 ? variantId : null, isGiftCard };
}

/** An imported order as Larder keeps it, and the lines that match no product. */
export function toImportedPurchases(
  imported: ImportedOrder,
  about: {
    readonly shop: { readonly id: number; readonly timeZone: string; readonly currency: string };
    readonly customerId: bigint | null;
    readonly matchOf: (line: ImportedLine) => LineMatch;
  },
): { readonly mapped: MappedOrder; readonly rejected: readonly RejectedLine[] } {
  const { shop, customerId } = about;
  const { orderId, name, placedAt, netMinor, isTest, cancelledAt, sourceName, isSubscription, isGift } =
    imported;
  const placedOn = localDay(placedAt, shop.timeZone);
  const order: OrderRow = {
    ...{
      shopId: shop.id,
      orderId,
      name,
      placedAt,
      placedOn,
      customerId,
      browserId: null,
      checkoutToken: null,
    },
    ...{ sourceName, currency: shop.currency, netMinor, isTest, cancelledAt },
    // An export does not tell; whatever Shopify's API says of it is newer.
    shopifyUpdatedAt: placedAt,
    ...NO_JOURNEY,
  };
  const rejected: RejectedLine[] = [];
  const purchases = imported.lines.flatMap((line, index): PurchaseRow[] => {
    const match = about.matchOf(line);
    if (!match.ok)
      rejected.push({ line: line.line, orderName: name, field: match.field, reason: match.reason });
    if (!match.ok || match.isGiftCard) return [];
    const { productId, variantId } = match;
    const { quantity, unitPriceMinor } = line;
    return [
      {
        ...{
          shopId: shop.id,
          lineId: importedLineId(orderId, index),
          orderId,
          productId,
          variantId,
          quantity,
        },
        ...{
          boughtOn: placedOn,
          unitPriceMinor,
          isSubscription,
          customerId: isGift ? null : customerId,
          browserId: null,
        },
      },
    ];
  });
  return { mapped: { order, purchases, createdAt: placedAt }, rejected };
}

/** An export names no line ids. These are below zero, where Shopify's never are, and the same each time. */
export function importedLineId(orderId: bigint, index: number): bigint {
  const digest = createHash('sha256').update(`${orderId}:${index}`).digest();
  return -(digest.readBigUInt64BE() >> 1n) - 1n;
}
