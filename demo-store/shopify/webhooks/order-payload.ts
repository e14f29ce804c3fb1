import type { Customer, Order, WorldReader } from '../../world/types';
import { discountMinor } from '../../world/order-money';
import { fulfillmentStatus } from '../../world/parcels';
import { currentMinor, financialStatus, orderedMinor } from '../graphql/fields/order-fields';
import { gid } from '../graphql/gid';
import { zonedIso } from '../instants';
import { decimal } from '../money';
import { linePayload } from './line-payload';
import { moneySet } from './money-set';
import { refundPayload } from './refund-payload';

const FULFILLMENT = { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial', UNFULFILLED: null } as const;

/** The body of `orders/*`, field by field as in Shopify's sample. What the demo has no notion of is null or empty. */
export function orderPayload(order: Order, world: WorldReader): Record<string, unknown> {
  const { currency } = order;
  const zero = moneySet(0, currency);
  const ordered = orderedMinor(order);
  const current = currentMinor(order);
  const off = discountMinor(order);
  const iso = (at: number | null) => (at === null ? null : zonedIso(at, world.shop.timeZone));
  const customer = order.customerId === null ? undefined : world.customer(order.customerId);
  const number = Number(order.name.replace(/\D/g, ''));
  return {
    id: BigInt(order.id),
    admin_graphql_api_id: gid('Order', order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: customer?.marketing === 'SUBSCRIBED',
    cancel_reason: order.cancelledAt === null ? null : 'customer',
    cancelled_at: iso(order.cancelledAt),
    cart_token: order.cartToken,
    checkout_token: order.checkoutToken,
    client_details: null,
    closed_at: null,
    confirmation_number: null,
    confirmed: true,
    contact_email: order.email,
    created_at: iso(order.createdAt),
    currency,
    current_shipping_price_set: zero,
    current_subtotal_price: decimal(current, currency),
    current_subtotal_price_set: moneySet(current, currency),
    current_total_additional_fees_set: null,
    current_total_discounts: decimal(off, currency),
    current_total_discounts_set: moneySet(off, currency),
    current_total_duties_set: null,
    current_total_price: decimal(current, currency),
    current_total_price_set: moneySet(current, currency),
    current_total_tax: decimal(0, currency),
    current_total_tax_set: zero,
    customer_locale: world.shop.locale,
    device_id: null,
    discount_codes: discountCodes(order),
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatus(order).toLowerCase(),
    fulfillment_status: FULFILLMENT[fulfillmentStatus(order)],
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: null,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number,
    order_number: number,
    order_status_url: `https://${world.shop.domain}/orders/${order.checkoutToken ?? order.id}`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: ['bogus'],
    phone: null,
    po_number: null,
    presentment_currency: currency,
    processed_at: iso(order.processedAt),
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    subtotal_price: decimal(ordered, currency),
    subtotal_price_set: moneySet(ordered, currency),
    tags: '',
    tax_exempt: false,
    tax_lines: [],
    taxes_included: true,
    test: order.test,
    token: order.checkoutToken,
    total_cash_rounding_payment_adjustment_set: zero,
    total_cash_rounding_refund_adjustment_set: zero,
    total_discounts: decimal(off, currency),
    total_discounts_set: moneySet(off, currency),
    total_line_items_price: decimal(ordered + off, currency),
    total_line_items_price_set: moneySet(ordered + off, currency),
    total_outstanding: decimal(0, currency),
    total_price: decimal(ordered, currency),
    total_price_set: moneySet(ordered, currency),
    total_shipping_price_set: zero,
    total_tax: decimal(0, currency),
    total_tax_set: zero,
    total_tip_received: decimal(0, currency),
    total_weight: 0,
    updated_at: iso(order.updatedAt),
    user_id: null,
    billing_address: null,
    customer: customer ? customerPayload(customer, iso, currency) : null,
    discount_applications: [],
    fulfillments: [],
    line_items: order.lines.map((line) => linePayload(line, order, world)),
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundPayload(refund, order, world)),
    shipping_address: null,
    shipping_lines: [],
    returns: [],
    line_item_groups: [],
  };
}

function discountCodes(order: Order) {
  if (!order.discount) return [];
  const { code, kind } = order.discount;
  const type = kind === 'percentage' ? kind : 'fixed_amount';
  return [{ code, amount: decimal(discountMinor(order), order.currency), type }];
}

function customerPayload(customer: Customer, iso: (at: number | null) => string | null, currency: string) {
  return {
    id: BigInt(customer.id),
    created_at: iso(customer.createdAt),
    updated_at: iso(customer.updatedAt),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.hasAccount ? 'enabled' : 'disabled',
    note: null,
    verified_email: customer.email !== null,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: null,
    currency,
    tax_exemptions: [],
    email_marketing_consent: {
      state: customer.marketing.toLowerCase(),
      opt_in_level: 'single_opt_in',
      consent_updated_at: null,
    },
    sms_marketing_consent: null,
    tags: '',
    admin_graphql_api_id: gid('Customer', customer.id),
    default_address: null,
  };
}
