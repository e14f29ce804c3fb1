import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../../world/types';
import { emptyCart } from '../cart/cart';
import { cartFromPermalink, readPermalink } from '../cart/permalink';
import { isPublished } from '../drops/product-drops';
import { noCartCookie, tellCart } from '../visitors/cart-cookie';
import type { Session } from '../visitors/sessions';
import { redirect, sendHtml } from '../web/answer';
import { readForm } from '../web/read-body';
import { checkoutPage } from './checkout-page';
import type { Checkout, Checkouts } from './checkouts';
import { discountForBuyer, discountWords } from '../cart/cart-discount';
import { buyerOf, placeOrder, sellableLines, whyNotContact, type Contact } from './place-order';

/**
 * Cart permalinks (`/cart/{variant}:{quantity}`), `/checkout`, and the checkout itself until it is paid.
 * @returns false when the path is none of these.
 */
export async function answerCheckoutRequest(
  deps: { readonly world: World; readonly checkouts: Checkouts },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<boolean> {
  const { world, checkouts } = deps;
  const link = readPermalink(url);
  if (link) {
    session.cart = cartFromPermalink(link, (id) => {
      const found = world.variant(id);
      return Boolean(found && isPublished(found.product) && !found.product.requiresSellingPlan);
    });
    tellCart(response, session.cart);
  }
  if (link?.toCart) redirect(response, '/cart');
  else if (link || url.pathname === '/checkout') openCheckout(checkouts, session, response);
  else {
    const token = /^\/checkouts\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (!token) return false;
    const checkout = checkouts.find(token);
    if (world.orderByCheckoutToken(token)) redirect(response, `/checkouts/${token}/thank-you`);
    else if (!checkout || sellableLines(world, checkout).length === 0) redirect(response, '/cart');
    else if (request.method === 'POST') await pay(deps, checkout, request, response, session);
    else sendHtml(response, checkoutPage(world, checkout, knownContact(world, checkout), null));
  }
  return true;
}

function openCheckout(checkouts: Checkouts, session: Session, response: ServerResponse): void {
  if (session.cart.lines.length === 0) redirect(response, '/cart');
  else redirect(response, `/checkouts/${checkouts.open(session).token}`);
}

async function pay(
  { world, checkouts }: { readonly world: World; readonly checkouts: Checkouts },
  checkout: Checkout,
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<void> {
  const form = await readForm(request);
  const text = (name: string) => (form.get(name) ?? '').trim();
  const contact: Contact = {
    email: knownContact(world, checkout).email || text('email'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    acceptsMarketing: form.has('accepts_marketing'),
  };
  if (form.has('discount')) checkout.discountCode = text('discount') || null;
  if (text('intent') === 'apply') {
    sendHtml(response, checkoutPage(world, checkout, contact, null));
    return;
  }
  const problem = whyNotContact(contact);
  if (problem) {
    sendHtml(response, checkoutPage(world, checkout, contact, problem), 422);
    return;
  }
  const buyer = buyerOf(world, checkout, contact);
  const discount = discountForBuyer(world, checkout.discountCode, checkout.lines, buyer?.id ?? null);
  if (discount && discount.refusal !== null) {
    checkout.discountCode = null; // nobody pays more than they were shown without having been told
    const words = `${discountWords(discount)} Pay now to order without it.`;
    sendHtml(response, checkoutPage(world, checkout, contact, words), 422);
    return;
  }
  placeOrder(world, checkout, contact);
  checkouts.complete(checkout.token, contact.firstName);
  if (session.cart.token === checkout.cartToken) {
    session.cart = emptyCart();
    noCartCookie(response);
  }
  redirect(response, `/checkouts/${checkout.token}/thank-you`);
}

/** A signed-in buyer's own details; nothing for a guest. */
function knownContact(world: World, checkout: Checkout): Contact {
  const customer = checkout.customerId ? world.customer(checkout.customerId) : undefined;
  return {
    email: customer?.email ?? '',
    firstName: customer?.firstName ?? '',
    lastName: customer?.lastName ?? '',
    acceptsMarketing: false,
  };
}
