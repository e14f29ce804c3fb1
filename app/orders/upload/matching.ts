import { createHash } from 'node:crypto';
import { localDay } from '../../shops/local-day';
import type { UploadedLine, UploadedOrder } from './uploaded-order';
import type { RejectedLine } from './grouping';
import { NO_JOURNEY } from '../intake/read-journey';
import type { MappedOrder, OrderRow, PurchaseRow } from '../intake/to-purchases';

/** A product of the shop's, or a variant of one, that a line may mean. */
export interface MatchCandidate {
  readonly productId: bigint;
  /** Null for a product whatever its variant. */
  readonly variantId: bigint | null;
  readonly sku: string | null;
  /** As an export writes it: of a product alone its title, of a variant also the variant's. */
  readonly title: string;
  readonly isGiftCard: boolean;
  /** No longer in the shop; what was bought of it still counts. */
  readonly isDeleted: boolean;
}

/** What an export writes between the titles of a product and of its variant; either may hold it as well. */
const BETWEEN = ' - ';

/** Shopify's longest title is 255 characters, each of two UTF-16 units at most. */
const LONGEST_TITLE = 2 * 255;
const MOST_DASHES = 8;

/**
 * The titles that the product of a line may have: the line's own, and what stands before one of its first dashes; longest
 * first. None is longer than a title can be.
 */
export function productTitles(title: string): readonly string[] {
  const titles = title.length <= LONGEST_TITLE ? [title] : [];
  const before: string[] = [];
  let at = title.indexOf(BETWEEN);
  while (at >= 0 && at <= LONGEST_TITLE && before.length < MOST_DASHES) {
    before.unshift(title.slice(0, at));
    at = title.indexOf(BETWEEN, at + BETWEEN.length);
  }
  return [...titles, ...before];
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
 * shop knows, by its name. Where no variant has the name any more, the product whose title the name begins with, the variant
 * unknown. What is still sold goes before what was deleted.
 */
export function matchLine(
  line: Pick<UploadedLine, 'sku' | 'title'>,
  candidates: readonly MatchCandidate[],
): LineMatch {
  const bySku =
    line.sku === ''
      ? []
      : candidates.filter((candidate) => candidate.variantId !== null && candidate.sku === line.sku);
  const field = bySku.length > 0 || line.sku !== '' ? 'Lineitem sku' : 'Lineitem name';
  const found = stillSold(bySku.length === 1 ? bySku : narrowedByName(line, candidates, bySku));
  const [first] = found;
  if (!first) {
    const what = line.sku === '' ? 'this name' : 'this SKU or name';
    const reason = `No product has ${what}: it may have been renamed, or deleted before Larder was installed. The rest of the order is taken.`;
    return { ok: false, field, reason };
  }
  if (found.some((candidate) => candidate.productId !== first.productId)) {
    const what = bySku.length > 0 ? 'this SKU' : 'this name';
    const reason = `Several products have ${what}, so that it is not clear which one is meant. The rest of the order is taken.`;
    return { ok: false, field: bySku.length > 0 ? 'Lineitem sku' : 'Lineitem name', reason };
  }
  const { productId, variantId, isGiftCard } = first;
  return { ok: true, productId, variantId: found.length === 1 ? variantId : null, isGiftCard };
}

/** Those among which the name decides: the exact variant, else the product with the longest title that the name begins with. */
function narrowedByName(
  { title }: Pick<UploadedLine, 'title'>,
  candidates: readonly MatchCandidate[],
  bySku: readonly MatchCandidate[],
): readonly MatchCandidate[] {
  const products = new Set(bySku.map((candidate) => candidate.productId));
  const among = bySku.length > 0 ? bySku : candidates.filter((candidate) => candidate.variantId !== null);
  const exact = among.filter((candidate) => candidate.title === title);
  if (exact.length > 0) return exact;
  const named = candidates.filter(
    (candidate) => candidate.variantId === null && (bySku.length === 0 || products.has(candidate.productId)),
  );
  for (const wanted of productTitles(title)) {
    const found = named.filter((candidate) => candidate.title === wanted);
    if (found.length > 0) return found;
  }
  return bySku;
}

function stillSold(found: readonly MatchCandidate[]): readonly MatchCandidate[] {
  const sold = found.filter((candidate) => !candidate.isDeleted);
  return sold.length > 0 ? sold : found;
}

/** Who placed an uploaded order: a customer of the shop, else somebody known by a telephone number only, else nobody known. */
export interface UploadedBuyer {
  readonly customerId: bigint | null;
  readonly phoneHash: string | null;
}

const NOBODY: UploadedBuyer = { customerId: null, phoneHash: null };

/** An uploaded order as Larder keeps it, and the lines that match no product. */
export function toUploadedPurchases(
  uploaded: UploadedOrder,
  about: {
    readonly shop: { readonly id: number; readonly timeZone: string };
    readonly buyer: UploadedBuyer;
    readonly matchOf: (line: UploadedLine) => LineMatch;
  },
): { readonly mapped: MappedOrder; readonly rejected: readonly RejectedLine[] } {
  const { shop, buyer } = about;
  const { orderId, name, placedAt, isSubscription, isGift } = uploaded;
  const placedOn = localDay(placedAt, shop.timeZone);
  const order: OrderRow = {
    ...{
      shopId: shop.id,
      orderId,
      name,
      placedAt,
      placedOn,
      ...buyer,
      browserId: null,
      checkoutToken: null,
    },
    ...{ sourceName: uploaded.sourceName, currency: uploaded.currency, netMinor: uploaded.netMinor },
    ...{ isTest: uploaded.isTest, cancelledAt: uploaded.cancelledAt, fulfilledAt: uploaded.fulfilledAt },
    // An export does not tell; whatever Shopify's API says of it is newer.
    shopifyUpdatedAt: placedAt,
    ...NO_JOURNEY,
  };
  const rejected: RejectedLine[] = [];
  const purchases = uploaded.lines.flatMap((line, index): PurchaseRow[] => {
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
          ...(isGift ? NOBODY : buyer),
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
