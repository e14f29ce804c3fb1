import { isNeverPaid } from '../intake/financial-status';
import { isGiftOrder, readNoteAttributes } from '../intake/gift-order';
import { amountIn, instantIn, orUnreadable, textIn, Unreadable } from './cell';
import type { CsvRecord } from './csv';
import type { UploadColumn, UploadHeader } from './header';
import { readOrderId } from './numbers';
import { readPhoneNumber } from './phone-number';

/** What orders of an upload are read against. */
export interface OrderReading {
  readonly header: UploadHeader;
  readonly shop: { readonly currency: string; readonly timeZone: string; readonly country: string | null };
  readonly now: Date;
}

/** What the first line of an order says of the whole. */
export interface OrderHead {
  readonly orderId: bigint;
  readonly name: string;
  /** Lower case; empty when the order has none. */
  readonly email: string;
  /** E.164, of an order without an email address; null when there is none either. */
  readonly phone: string | null;
  readonly placedAt: Date;
  /** Of the order's own amounts; `XXX`, ISO 4217's word for none, where the file does not say it. */
  readonly currency: string;
  /** Null when it is not known what it is in the shop's currency. */
  readonly netMinor: number | null;
  readonly isTest: boolean;
  readonly cancelledAt: Date | null;
  /** When the last of it was sent; null when it was not, or the file does not say. */
  readonly fulfilledAt: Date | null;
  readonly sourceName: string;
  readonly isSubscription: boolean;
  /** Bought for somebody else. */
  readonly isGift: boolean;
  /** Test, cancelled, never paid or wholly refunded: no purchase. */
  readonly isVoid: boolean;
  /** In minor units of the order's currency; null when it is not said. */
  readonly paidForGoods: number | null;
}

/** Clocks differ; an order of tomorrow is a mistake. */
const AHEAD_MS = 3_600_000;
const NO_CURRENCY = 'XXX';

/** @throws Unreadable */
export function readHead(record: CsvRecord, { header, shop, now }: OrderReading): OrderHead {
  const text = (column: UploadColumn) => textIn(record, column, header);
  const orderId = orUnreadable(readOrderId(text('Id')), 'Id', 'Is no order id.');
  const clock = { header, timeZone: shop.timeZone };
  const placedAt = instantIn(record, 'Created at', clock);
  if (!placedAt)
    throw new Unreadable(
      'Created at',
      'Is empty, so that the day of the order is not known. Upload the file as Shopify sent it.',
    );
  if (placedAt.getTime() > now.getTime() + AHEAD_MS)
    throw new Unreadable('Created at', 'Is in the future. Upload the file as Shopify sent it.');
  const currency = readCurrency(text('Currency'));
  const money = (column: UploadColumn) => amountIn(record, column, { header, currency });
  const total = money('Total');
  const refunded = money('Refunded Amount') ?? 0;
  const cancelledAt = instantIn(record, 'Cancelled at', clock);
  const fulfilledAt = instantIn(record, 'Fulfilled at', clock);
  const status = text('Financial Status').toLowerCase();
  const isTest = /\bbogus\b/i.test(text('Payment Method'));
  const isRefunded = status === 'refunded' || (refunded > 0 && total !== null && refunded >= total);
  const isVoid = isTest || cancelledAt !== null || isRefunded || isNeverPaid(status);
  const net = isVoid || total === null ? 0 : Math.max(0, total - refunded);
  const sourceName = text('Source');
  const email = text('Email').toLowerCase();
  return {
    orderId,
    name: text('Name'),
    email,
    phone: email === '' ? readPhone(text, shop.country) : null,
    placedAt,
    currency,
    netMinor: total === null || currency !== shop.currency ? null : net,
    isTest,
    cancelledAt,
    fulfilledAt,
    sourceName,
    // The export does not say which lines came from a selling plan; these say it of the order.
    isSubscription: sourceName.startsWith('subscription_contract') || /\bsubscription\b/i.test(text('Tags')),
    isGift: isGiftOrder(readNoteAttributes(text('Note Attributes'))),
    isVoid,
    paidForGoods: money('Subtotal'),
  };
}

function readCurrency(text: string): string {
  if (text === '') return NO_CURRENCY;
  if (!/^[a-z]{3}$/i.test(text))
    throw new Unreadable(
      'Currency',
      'Is no code of a currency, such as GBP. Upload the file as Shopify sent it.',
    );
  return text.toUpperCase();
}

/** The number that the buyer gave: with the order, or with the address that the bill went to. */
function readPhone(text: (column: UploadColumn) => string, shopCountry: string | null): string | null {
  const countries = [text('Billing Country'), text('Shipping Country'), shopCountry];
  return readPhoneNumber(text('Phone') || text('Billing Phone'), countries);
}
