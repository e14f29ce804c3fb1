import type { Customer, Order, World } from '../../world/types';
import type { Checkout } from './checkouts';

export interface Contact {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly acceptsMarketing: boolean; // ticked just now
}

/**
 * Makes the order of a checkout. A signed-in buyer's order is theirs; otherwise the customer record with the typed address
 * takes it, or a new one does. As at Shopify, that signs nobody in.
 */
export function placeOrder(world: World, checkout: Checkout, contact: Contact): Order {
  const signedIn = checkout.customerId ? world.customer(checkout.customerId) : undefined;
  const customer: Customer =
    signedIn ??
    world.findOrCreateCustomer(contact.email, {
      firstName: contact.firstName,
      lastName: contact.lastName,
    });
  if (contact.acceptsMarketing) world.setMarketing(customer.id, 'SUBSCRIBED');
  return world.placeOrder({
    customerId: customer.id,
    email: signedIn?.email ?? contact.email,
    checkoutToken: checkout.token,
    cartToken: checkout.cartToken,
    lines: sellableLines(world, checkout).map((line) => ({
      variantId: line.variantId,
      quantity: line.quantity,
      ...(line.sellingPlan ? { onSubscription: true } : {}),
    })),
    customAttributes: Object.entries(checkout.attributes).map(([key, value]) => ({ key, value })),
    sourceName: 'web',
    discountCode: checkout.discountCode,
  });
}

/** Who buys, as far as it is known: who is signed in, else whose address was typed. */
export function buyerOf(world: World, checkout: Checkout, contact: Contact): Customer | undefined {
  if (checkout.customerId) return world.customer(checkout.customerId);
  return contact.email ? world.customerByEmail(contact.email) : undefined;
}

/** The lines whose variant still exists. */
export function sellableLines(world: World, checkout: Checkout): Checkout['lines'] {
  return checkout.lines.filter((line) => world.variant(line.variantId));
}

/** What is wrong with the contact, in words for the buyer; null when all is well. */
export function whyNotContact(contact: Contact): string | null {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact.email)) return 'Enter an email address.';
  if (contact.lastName.trim() === '') return 'Enter a last name.';
  return null;
}
