import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Id } from '../../world/types';
import { emptyCart, type Cart } from '../cart/cart';
import type { ThemeName } from '../themes/open-theme';

/** One browser on the storefront. Its fields change as the visitor acts. */
export interface Session {
  cart: Cart;
  customerId: Id | null; // signed in, or not
  theme: ThemeName; // what this browser sees the shop in
}

export interface Sessions {
  /** The session of this browser; a new one sets its cookie on the response. */
  open(request: IncomingMessage, response: ServerResponse): Session;
  /** The `cookie` header of a browser in which this customer is signed in; always the same one. */
  signedInCookie(customerId: Id): string;
}

const COOKIE = '_shop_session';

/** Sessions live as long as the process: a cart is cheap to fill again. */
export function createSessions(theme: ThemeName): Sessions {
  const sessions = new Map<string, Session>();
  const ofCustomers = new Map<Id, string>();
  const keep = (session: Session) => {
    const id = randomBytes(16).toString('base64url');
    sessions.set(id, session);
    return id;
  };
  return {
    open(request, response) {
      const id = readCookie(request, COOKIE);
      const known = id ? sessions.get(id) : undefined;
      if (known) return known;
      const fresh: Session = { cart: emptyCart(), customerId: null, theme };
      response.appendHeader('set-cookie', `${COOKIE}=${keep(fresh)}; Path=/; HttpOnly; SameSite=Lax`);
      return fresh;
    },
    signedInCookie(customerId) {
      const id = ofCustomers.get(customerId) ?? keep({ cart: emptyCart(), customerId, theme });
      ofCustomers.set(customerId, id);
      return `${COOKIE}=${id}`;
    },
  };
}

export function readCookie(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
