import type { OrderAnswer } from '../../shopify/answers';
import { localDay } from '../../shops/local-day';
import { parseMoney } from '../../shops/parse-money';
import { isNeverPaid } from './financial-status';
import { isGiftOrder } from './gift-order';
import { readJourney } from './read-journey';

/** Key of the cart attribute in which the storefront leaves the browser's random id. */
export const BROWSER_ATTRIBUTE = '__larder_visitor';

export interface OrderRow {
  readonly shopId: number;
  readonly orderId: bigint;
  readonly name: string;
  readonly placedAt: Date;
  /** Local day of the shop. */
  readonly placedOn: number;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  /** Keyed hash of the telephone number by which an uploaded order knows its buyer; null where it knows anything better. */
  readonly phoneHash: string | null;
  readonly checkoutToken: string | null;
  readonly sourceName: string;
  readonly currency: string;
  /** Nothing when it was never paid. Null when it is not known what it is in the shop's currency. */
  readonly netMinor: number | null;
  readonly isTest: boolean;
  readonly cancelledAt: Date | null;
  /** When the last of it was sent; null where Shopify tells of nothing sent. */
  readonly fulfilledAt: Date | null;
  readonly shopifyUpdatedAt: Date;
  /** Where the visit that led to the order came from and began, and which of the customer's orders it is (from 1). */
  readonly journeySource: string | null;
  readonly journeyLanding: string | null;
  readonly customerOrder: number | null;
}

export interface PurchaseRow {
  readonly shopId: number;
  readonly lineId: bigint;
  readonly orderId: bigint;
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  readonly boughtOn: number;
  readonly unitPriceMinor: number | null;
  readonly isSubscription: boolean;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly phoneHash: string | null;
}

export interface MappedOrder {
  readonly order: OrderRow;
  readonly purchases: readonly PurchaseRow[];
  /** When Shopify made the order; an uploaded one may have been placed long before. */
  readonly createdAt: Date;
}

/**
 * An order of Shopify's as Larder keeps it. Backfill, webhooks and reconciliation all come through here.
 * Lines that are no purchase are dropped: of test, cancelled and never paid orders, refunded to nothing, gift cards, lines without a
 * product, and free ones (a replacement sent at 100 % discount does not say that somebody ran out).
 * @throws Error when an amount is no number.
 */
export function toPurchases(
  answer: OrderAnswer,
  shop: { readonly id: number; readonly timeZone: string },
): MappedOrder {
  const currency = answer.totalPriceSet.shopMoney.currencyCode;
  const money = (amount: string) => parseMoney(amount, currency);
  const isUnpaid = isNeverPaid(answer.displayFinancialStatus ?? '');
  const order: OrderRow = {
    shopId: shop.id,
    orderId: answer.id,
    name: answer.name,
    placedAt: answer.processedAt,
    placedOn: localDay(answer.processedAt, shop.timeZone),
    customerId: answer.customer?.id ?? null,
    browserId: readBrowserId(answer),
    phoneHash: null,
    checkoutToken: answer.checkoutToken,
    sourceName: answer.sourceName ?? '',
    currency,
    netMinor: isUnpaid ? 0 : netOf(answer, money),
    isTest: answer.test,
    cancelledAt: answer.cancelledAt,
    fulfilledAt: readFulfilledAt(answer),
    shopifyUpdatedAt: answer.updatedAt,
    ...readJourney(answer.customerJourneySummary),
  };
  const isVoid = order.isTest || order.cancelledAt !== null || isUnpaid;
  // A gift says nothing of what its buyer uses up: its lines are nobody's.
  const buyer = isGiftOrder(answer.customAttributes)
    ? { customerId: null, browserId: null }
    : { customerId: order.customerId, browserId: order.browserId };
  const purchases = answer.lineItems.nodes.flatMap((line): PurchaseRow[] => {
    const unitPriceMinor = money(line.discountedUnitPriceAfterAllDiscountsSet.shopMoney.amount);
    if (isVoid || line.isGiftCard || !line.product || line.currentQuantity <= 0 || unitPriceMinor <= 0)
      return [];
    return [
      {
        shopId: shop.id,
        lineId: line.id,
        orderId: order.orderId,
        productId: line.product.id,
        variantId: line.variant?.id ?? null,
        quantity: line.currentQuantity,
        boughtOn: order.placedOn,
        unitPriceMinor,
        isSubscription: line.sellingPlan !== null || order.sourceName === 'subscription_contract',
        ...buyer,
        phoneHash: null,
      },
    ];
  });
  return { order, purchases, createdAt: answer.createdAt };
}

/** A refund lowers the current total, or only what was paid (money back without goods back): the lower one holds. */
function netOf(answer: OrderAnswer, money: (amount: string) => number): number {
  const paid = money(answer.totalPriceSet.shopMoney.amount) - money(answer.totalRefundedSet.shopMoney.amount);
  return Math.max(0, Math.min(paid, money(answer.currentTotalPriceSet.shopMoney.amount)));
}

/** Of parcels that were cancelled or failed nothing arrives. */
function readFulfilledAt({ fulfillments }: OrderAnswer): Date | null {
  const sent = (fulfillments ?? []).filter(({ status }) => status === 'SUCCESS');
  return sent.reduce<Date | null>(
    (latest, { createdAt }) => (latest && latest > createdAt ? latest : createdAt),
    null,
  );
}

/** Anybody can write cart attributes: only what looks like one of our ids (128 bits, base64url) is taken. */
function readBrowserId(answer: OrderAnswer): string | null {
  const value = answer.customAttributes.find((attribute) => attribute.key === BROWSER_ATTRIBUTE)?.value ?? '';
  return /^[A-Za-z0-9_-]{22}$/.test(value) ? value : null;
}
