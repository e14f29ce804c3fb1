import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StorefrontDeps } from '../../contract';
import { checkoutSessionToken } from '../../shopify/tokens';
import type { Order } from '../../world/types';
import { emptyCart } from '../cart/cart';
import { cartFromPermalink, readPermalink } from '../cart/permalink';
import { isPublished } from '../drops/product-drops';
import type { Session } from '../visitors/sessions';
import { redirect, sendHtml, sendJson } from '../web/answer';
import { readForm } from '../web/read-body';
import { checkoutPage } from './checkout-page';
import type { Checkouts } from './checkouts';
import { extensionData, type ExtensionPlace } from './extension-api';
import { extensionFrame, type UiExtension } from './extension-frame';
import { orderStatusPage, thankYouPage, type ExtensionSlot } from './order-pages';
import { placeOrder, whyNotContact } from './place-order';

export interface CheckoutRouteDeps extends StorefrontDeps {
  readonly checkouts: Checkouts;
  readonly extension: UiExtension;
  /** Whether extensions see `__…` attributes; what Shopify does is not documented. */
  readonly showPrivateAttributes: boolean;
}

type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
) => Promise<boolean>;

/** Permalinks, checkout, thank-you and order-status pages, and the extension's frame with its token. */
export function createCheckoutRoutes(deps: CheckoutRouteDeps): Answer {
  const { world, checkouts } = deps;
  /** Frames opened by a buyer who is signed in as the order's customer. A frame has no cookies to prove it by. */
  const signedInFrames = new Set<string>();

  const openCheckout = (session: Session, response: ServerResponse) => {
    if (session.cart.lines.length === 0) redirect(response, '/cart');
    else redirect(response, `/checkouts/${checkouts.open(session).token}`);
  };

  const slotFor = async (place: ExtensionPlace, order: Order): Promise<ExtensionSlot> => {
    const placed = deps.placements.get();
    if (!(place === 'thank-you' ? placed.reminderOnThankYou : placed.reminderOnOrderStatus))
      return { state: 'absent' };
    if (!order.checkoutToken) return { state: 'absent' };
    if ((await deps.extension.bundle()) === null) return { state: 'not-built' };
    return {
      state: 'shown',
      src: `/checkouts/${order.checkoutToken}/extension/${place}`,
    };
  };

  const answerOpenCheckout: Answer = async (request, response, _url, session) => {
    const token = _url.pathname.split('/')[2] ?? '';
    const done = world.orderByCheckoutToken(token);
    const checkout = checkouts.find(token);
    if (done) redirect(response, `/checkouts/${token}/thank-you`);
    else if (!checkout) redirect(response, '/cart');
    else if (request.method !== 'POST') {
      const customer = checkout.customerId ? world.customer(checkout.customerId) : undefined;
      const { firstName = '', lastName = '' } = customer ?? {};
      sendHtml(response, checkoutPage(world, checkout, { email: '', firstName, lastName }, null));
    } else {
      const form = await readForm(request);
      const text = (name: string) => (form.get(name) ?? '').trim();
      const signedInEmail = checkout.customerId ? world.customer(checkout.customerId)?.email : null;
      const contact = {
        email: signedInEmail ?? text('email'),
        firstName: text('first_name'),
        lastName: text('last_name'),
      };
      const problem = whyNotContact(contact);
      if (problem) {
        sendHtml(response, checkoutPage(world, checkout, contact, problem), 422);
        return true;
      }
      placeOrder(world, checkout, contact);
      checkouts.complete(token, contact.firstName);
      if (session.cart.token === checkout.cartToken) {
        session.cart = emptyCart();
        response.appendHeader('set-cookie', 'cart=; Path=/; Max-Age=0; SameSite=Lax');
      }
      redirect(response, `/checkouts/${token}/thank-you`);
    }
    return true;
  };

  const answerOrderPage = async (response: ServerResponse, order: Order, place: ExtensionPlace) => {
    const slot = await slotFor(place, order);
    const page =
      place === 'thank-you'
        ? thankYouPage(world, order, slot, checkouts.typedName(order.checkoutToken ?? ''))
        : orderStatusPage(world, order, slot);
    sendHtml(response, page);
    return true;
  };

  const answerFrame = (response: ServerResponse, order: Order, place: ExtensionPlace, session: Session) => {
    const signedIn = order.customerId !== null && session.customerId === order.customerId;
    const frame = randomBytes(16).toString('base64url');
    if (signedIn) signedInFrames.add(frame);
    const { showPrivateAttributes } = deps;
    const data = {
      ...extensionData(world, order, place, {
        signedIn,
        showPrivateAttributes,
      }),
      tokenUrl: `/checkouts/${order.checkoutToken}/session-token?frame=${frame}`,
    };
    sendHtml(response, extensionFrame(deps.extension, data, deps.config.urls.edge));
    return true;
  };

  const answerToken = async (response: ServerResponse, order: Order, frame: string) => {
    const customerId = signedInFrames.has(frame) ? order.customerId : null;
    const token = await checkoutSessionToken(deps.config, { customerId });
    sendJson(response, { token }, 200, { 'access-control-allow-origin': '*' });
    return true;
  };

  return async (request, response, url, session) => {
    const link = readPermalink(url);
    if (link) {
      session.cart = cartFromPermalink(link, (id) => {
        const found = world.variant(id);
        return Boolean(found && isPublished(found.product));
      });
      if (link.toCart) redirect(response, '/cart');
      else openCheckout(session, response);
      return true;
    }
    if (url.pathname === '/checkout') {
      openCheckout(session, response);
      return true;
    }
    const accountOrder = /^\/account\/orders\/(\d+)$/.exec(url.pathname)?.[1];
    if (accountOrder) {
      const order = world.order(accountOrder);
      if (order && session.customerId && order.customerId === session.customerId) {
        return answerOrderPage(response, order, 'order-status');
      }
      redirect(response, '/account/login');
      return true;
    }
    const path =
      /^\/checkouts\/([\w-]+)(?:\/(thank-you|order-status|session-token|extension\/(?:thank-you|order-status)))?$/.exec(
        url.pathname,
      );
    if (!path?.[1]) return false;
    if (!path[2]) return answerOpenCheckout(request, response, url, session);
    const order = world.orderByCheckoutToken(path[1]);
    if (!order) return false;
    switch (path[2]) {
      case 'thank-you':
      case 'order-status':
        return answerOrderPage(response, order, path[2]);
      case 'session-token':
        return answerToken(response, order, url.searchParams.get('frame') ?? '');
      default:
        return answerFrame(response, order, path[2].slice('extension/'.length) as ExtensionPlace, session);
    }
  };
}
