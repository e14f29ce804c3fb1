import type { ServerResponse } from 'node:http';
import type { Cart } from '../cart/cart';

/** Shopify's `cart` cookie: there once a cart has been touched, readable by scripts, which tell carts apart by it. */
export function tellCart(response: ServerResponse, cart: Cart): void {
  response.appendHeader('set-cookie', `cart=${cart.token}; Path=/; SameSite=Lax`);
}

/** After the purchase the cart is gone, and so is its cookie. */
export function noCartCookie(response: ServerResponse): void {
  response.appendHeader('set-cookie', 'cart=; Path=/; Max-Age=0; SameSite=Lax');
}
