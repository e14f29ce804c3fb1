import { randomBytes } from 'node:crypto';
import type { Id } from '../../world/types';
import type { CartLine } from '../cart/cart';
import type { Session } from '../visitors/sessions';

/** A checkout as it was when it opened: a later change of the cart or its attributes does not reach it. */
export interface Checkout {
  readonly token: string;
  readonly cartToken: string;
  readonly lines: readonly CartLine[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly customerId: Id | null; // signed in when it opened
  discountCode: string | null; // typed here, or brought by the cart
}

export interface Checkouts {
  open(session: Session): Checkout;
  find(token: string): Checkout | undefined;
  /** The order is placed. The typed first name is kept for the thank-you page while the process lives. */
  complete(token: string, firstName: string): void;
  typedName(token: string): string;
}

export function createCheckouts(): Checkouts {
  const open = new Map<string, Checkout>();
  const typedNames = new Map<string, string>();
  return {
    open(session) {
      const checkout: Checkout = {
        token: randomBytes(16).toString('hex'),
        cartToken: session.cart.token,
        lines: session.cart.lines,
        attributes: session.cart.attributes,
        customerId: session.customerId,
        discountCode: session.cart.discountCode,
      };
      open.set(checkout.token, checkout);
      return checkout;
    },
    find: (token) => open.get(token),
    complete(token, firstName) {
      open.delete(token);
      typedNames.set(token, firstName);
    },
    typedName: (token) => typedNames.get(token) ?? '',
  };
}
