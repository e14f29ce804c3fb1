import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { PartDeps } from '../../contract';
import { checkoutSessionToken } from '../../shopify/tokens';
import type { Order } from '../../world/types';
import type { Session } from '../visitors/sessions';
import { redirect, sendHtml, sendJson } from '../web/answer';
import type { Checkouts } from './checkouts';
import { extensionData, type ExtensionPlace } from './extension-api';
import { extensionFrame, type UiExtension } from './extension-frame';
import { orderStatusPage, thankYouPage, type ExtensionSlot } from './order-pages';

export interface OrderRouteDeps extends Pick<PartDeps, 'config' | 'world' | 'placements'> {
  readonly checkouts: Checkouts;
  readonly extension: UiExtension;
  /** Whether extensions see `__…` attributes. */
  readonly showPrivateAttributes: boolean;
}

/** Answers the request and says true, or leaves it untouched and says false. */
export type OrderRoutes = (response: ServerResponse, url: URL, session: Session) => Promise<boolean>;

const BELOW_CHECKOUT =
  /^\/checkouts\/([\w-]+)\/(thank-you|order-status|session-token|extension\/(?:thank-you|order-status))$/;

/** How the checkout editor asks for its preview: the extension is there, placed or not, and knows that nobody buys. */
const EDITOR = '?design_mode=1';
const inEditor = (url: URL) => url.searchParams.get('design_mode') === '1';

/** What follows a purchase: thank-you and order-status pages, the extension's frame in them, and its session token. */
export function createOrderRoutes(deps: OrderRouteDeps): OrderRoutes {
  const { world, config } = deps;
  /** Frames opened by a buyer signed in as the order's customer: a sandboxed frame has no cookie to prove it by. */
  const signedInFrames = new Set<string>();

  const slotFor = async (place: ExtensionPlace, order: Order, inEditor: boolean): Promise<ExtensionSlot> => {
    const { reminderOnThankYou, reminderOnOrderStatus } = deps.placements.get();
    const placed = place === 'thank-you' ? reminderOnThankYou : reminderOnOrderStatus;
    if (!(placed || inEditor) || !order.checkoutToken) return { state: 'absent' };
    if ((await deps.extension.bundle()) === null) return { state: 'not-built' };
    return {
      state: 'shown',
      src: `/checkouts/${order.checkoutToken}/extension/${place}${inEditor ? EDITOR : ''}`,
    };
  };

  const showPage = async (response: ServerResponse, order: Order, place: ExtensionPlace, url: URL) => {
    const slot = await slotFor(place, order, inEditor(url));
    const typedName = deps.checkouts.typedName(order.checkoutToken ?? '');
    const page =
      place === 'thank-you'
        ? thankYouPage(world, order, slot, typedName)
        : orderStatusPage(world, order, slot);
    sendHtml(response, page);
  };

  const showFrame = (
    response: ServerResponse,
    order: Order,
    place: ExtensionPlace,
    url: URL,
    session: Session,
  ) => {
    const signedIn = order.customerId !== null && session.customerId === order.customerId;
    const frame = randomBytes(16).toString('base64url');
    if (signedIn) signedInFrames.add(frame);
    const data = {
      ...extensionData(world, order, place, {
        inEditor: inEditor(url),
        signedIn,
        showPrivateAttributes: deps.showPrivateAttributes,
      }),
      tokenUrl: `/checkouts/${order.checkoutToken}/session-token?frame=${frame}`,
    };
    const { edge, storefront } = config.urls;
    sendHtml(response, extensionFrame(deps.extension, data, { app: edge, storefront }));
  };

  const giveToken = async (response: ServerResponse, order: Order, frame: string | null) => {
    const customerId = signedInFrames.has(frame ?? '') ? order.customerId : null;
    const token = await checkoutSessionToken(config, { customerId });
    sendJson(response, { token }, 200, { 'access-control-allow-origin': '*' });
  };

  const accountOrder = async (response: ServerResponse, id: string, url: URL, session: Session) => {
    const order = world.order(id);
    const own = order && session.customerId !== null && order.customerId === session.customerId;
    if (own) await showPage(response, order, 'order-status', url);
    else redirect(response, '/account/login');
  };

  return async (response, url, session) => {
    const id = /^\/account\/orders\/(\d+)$/.exec(url.pathname)?.[1];
    if (id) {
      await accountOrder(response, id, url, session);
      return true;
    }
    const [, token = '', page = ''] = BELOW_CHECKOUT.exec(url.pathname) ?? [];
    const order = token ? world.orderByCheckoutToken(token) : undefined;
    if (!order) return false;
    if (page === 'session-token') await giveToken(response, order, url.searchParams.get('frame'));
    else if (page === 'thank-you' || page === 'order-status') await showPage(response, order, page, url);
    else
      showFrame(response, order, page === 'extension/thank-you' ? 'thank-you' : 'order-status', url, session);
    return true;
  };
}
