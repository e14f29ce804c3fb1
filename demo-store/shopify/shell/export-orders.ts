import type { LineItem, Order, WorldReader } from '../../world/types';
import { discountMinor } from '../../world/order-money';
import { fulfillmentStatus } from '../../world/parcels';
import { financialStatus, orderedMinor, refundedMinor } from '../graphql/fields/order-fields';
import { zonedIso } from '../instants';
import { decimal } from '../money';

/** The columns of Shopify's order export, in its order. */
const COLUMNS = [
  ...['Name', 'Email', 'Financial Status', 'Paid at', 'Fulfillment Status', 'Fulfilled at'],
  ...['Accepts Marketing', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Code'],
  ...['Discount Amount', 'Shipping Method', 'Created at', 'Lineitem quantity', 'Lineitem name'],
  ...['Lineitem price', 'Lineitem compare at price', 'Lineitem sku', 'Lineitem requires shipping'],
  ...['Lineitem taxable', 'Lineitem fulfillment status', 'Billing Name', 'Billing Street'],
  ...['Billing Address1', 'Billing Address2', 'Billing Company', 'Billing City', 'Billing Zip'],
  ...['Billing Province', 'Billing Country', 'Billing Phone', 'Shipping Name', 'Shipping Street'],
  ...['Shipping Address1', 'Shipping Address2', 'Shipping Company', 'Shipping City', 'Shipping Zip'],
  ...['Shipping Province', 'Shipping Country', 'Shipping Phone', 'Notes', 'Note Attributes'],
  ...['Cancelled at', 'Payment Method', 'Payment Reference', 'Refunded Amount', 'Vendor'],
  ...['Outstanding Balance', 'Employee', 'Location', 'Device ID', 'Id', 'Tags', 'Risk Level', 'Source'],
  ...['Lineitem discount', 'Tax 1 Name', 'Tax 1 Value', 'Tax 2 Name', 'Tax 2 Value', 'Tax 3 Name'],
  ...['Tax 3 Value', 'Tax 4 Name', 'Tax 4 Value', 'Tax 5 Name', 'Tax 5 Value', 'Phone'],
  ...['Receipt Number', 'Duties', 'Billing Province Name', 'Shipping Province Name', 'Payment ID'],
  ...['Payment Terms Name', 'Next Payment Due At', 'Payment References'],
];

/** Orders in one piece of text: enough that writing it costs little, little enough to hold. */
const ORDERS_AT_ONCE = 200;

/** All orders as Shopify's admin exports them, newest first: one line for each item, the order's own fields on its first. */
export function* exportOrders(world: WorldReader): Generator<string> {
  yield toLine(COLUMNS);
  const orders = world.orders();
  for (let to = orders.length; to > 0; to -= ORDERS_AT_ONCE) {
    const together = orders.slice(Math.max(0, to - ORDERS_AT_ONCE), to).reverse();
    yield together.flatMap((order) => rowsOf(order, world)).join('');
  }
}

function rowsOf(order: Order, world: WorldReader): string[] {
  return order.lines.map((line, index) => {
    const fields = {
      Name: order.name,
      Email: order.email ?? '',
      ...(index === 0 ? orderFields(order, world) : {}),
      ...lineFields(line, order, world),
    } as Readonly<Record<string, string>>;
    return toLine(COLUMNS.map((column) => fields[column] ?? ''));
  });
}

function orderFields(order: Order, world: WorldReader): Record<string, string> {
  const customer = order.customerId === null ? undefined : world.customer(order.customerId);
  const name = `${customer?.firstName ?? ''} ${customer?.lastName ?? ''}`.trim();
  const money = (minor: number) => decimal(minor, order.currency);
  const at = (instant: number) => asExported(instant, world.shop.timeZone);
  return {
    'Financial Status': financialStatus(order).toLowerCase(),
    'Paid at': at(order.processedAt),
    'Fulfillment Status': FULFILLMENT[fulfillmentStatus(order)],
    'Fulfilled at': fulfilledAt(order, at),
    'Accepts Marketing': customer?.marketing === 'SUBSCRIBED' ? 'yes' : 'no',
    Currency: order.currency,
    Subtotal: money(orderedMinor(order)),
    Shipping: money(0),
    Taxes: money(0),
    Total: money(orderedMinor(order)),
    'Discount Code': order.discount?.code ?? '',
    'Discount Amount': money(discountMinor(order)),
    'Created at': at(order.processedAt),
    'Billing Name': name,
    'Shipping Name': name,
    'Note Attributes': order.customAttributes.map(({ key, value }) => `${key}: ${value}`).join('\n'),
    'Cancelled at': order.cancelledAt === null ? '' : at(order.cancelledAt),
    'Payment Method': order.test ? 'bogus' : 'Shopify Payments',
    'Refunded Amount': money(refundedMinor(order)),
    'Outstanding Balance': money(0),
    Id: order.id,
    'Risk Level': 'Low',
    Source: order.sourceName,
  };
}

function lineFields(line: LineItem, order: Order, world: WorldReader): Record<string, string> {
  const product = line.productId === null ? undefined : world.product(line.productId);
  const isWhole = line.variantTitle === null || line.variantTitle === 'Default Title';
  return {
    'Lineitem quantity': String(line.quantity),
    'Lineitem name': isWhole ? line.title : `${line.title} - ${line.variantTitle}`,
    'Lineitem price': decimal(line.unitPriceMinor, order.currency),
    'Lineitem sku': line.sku ?? '',
    'Lineitem requires shipping': String(product?.requiresShipping ?? true),
    'Lineitem taxable': 'true',
    'Lineitem fulfillment status': fulfillmentStatus(order) === 'FULFILLED' ? 'fulfilled' : 'pending',
    'Lineitem discount': decimal(0, order.currency),
    Vendor: product?.vendor ?? '',
  };
}

const FULFILLMENT = {
  FULFILLED: 'fulfilled',
  PARTIALLY_FULFILLED: 'partial',
  UNFULFILLED: 'unfulfilled',
} as const;

/** When the last of it was sent; empty until then. */
function fulfilledAt(order: Order, at: (instant: number) => string): string {
  const last = order.fulfillments.findLast(({ status }) => status === 'SUCCESS');
  return last && fulfillmentStatus(order) === 'FULFILLED' ? at(last.createdAt) : '';
}

/** `2026-11-20 09:00:00 -0500` */
function asExported(at: number, timeZone: string): string {
  return zonedIso(at, timeZone).replace(/^(.{10})T(.{8})(.\d\d):(\d\d)$/, '$1 $2 $3$4');
}

function toLine(fields: readonly string[]): string {
  return `${fields.map(quote).join(',')}\n`;
}

function quote(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
