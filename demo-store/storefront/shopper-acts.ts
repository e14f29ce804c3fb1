import { randomBytes } from 'node:crypto';
import type { AppMetafield, StorefrontDeps } from '../contract';
import { oneClickAddress, unsubscribeByPost } from '../inbox/one-click-unsubscribe';
import { BROWSER } from '../shopify/browser-name';
import { checkoutSessionToken } from '../shopify/tokens';
import type { Buyer, Id, Order, ShopperActs } from '../world/types';
import { privateFree } from './checkout/private-attributes';

export interface ShopperActsDeps extends Pick<
  StorefrontDeps,
  'appMetafields' | 'config' | 'placements' | 'world'
> {
  readonly showPrivateAttributes: boolean;
  /** The `cookie` header of a browser in which this customer is signed in. */
  signedInCookie(customerId: Id): string;
}

interface Offer {
  readonly productId: Id;
  readonly variantId: Id;
  readonly remindOn: string;
}

const OFFERS_KEPT = 500;
const TIMEOUT_MS = 10_000;

/**
 * Shoppers of the simulation, acting over HTTP as their browsers would: only what the merchant has placed is there for
 * them, and an app that fails shows them nothing.
 */
export function createShopperActs(deps: ShopperActsDeps): ShopperActs {
  const { config, placements, world } = deps;
  const offersSeen = new Map<string, readonly Offer[]>();

  const callApp = async (path: string, order: Order, { signedIn, consents }: Buyer, body: object) => {
    const consent = { preferences: consents, analytics: consents };
    const token = await checkoutSessionToken(config, {
      customerId: signedIn ? order.customerId : null,
    });
    return answerOf(`${config.urls.edge}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': BROWSER,
      },
      body: JSON.stringify({ ...body, checkoutToken: order.checkoutToken, orderId: order.id, consent }),
    });
  };

  const visitorIn = ({ customAttributes }: Order) =>
    (deps.showPrivateAttributes ? customAttributes : privateFree(customAttributes)).find(
      ({ key }) => key === '__larder_visitor',
    )?.value;

  return {
    async visitHome({ browserId, signedInCustomerId }) {
      if (!placements.get().shelfOnHome || (!browserId && !signedInCustomerId))
        return { refillProductIds: [] };
      const proxy = config.urls.storefront + pathInTheme(deps.appMetafields());
      const cookie = signedInCustomerId ? deps.signedInCookie(signedInCustomerId) : '';
      const view = randomBytes(16).toString('base64url');
      const visitor = browserId ?? '';
      const headers: Record<string, string> = cookie ? { cookie } : {};
      const shelf = await answerOf(`${proxy}/shelf?v=1&visitor=${visitor}&view=${view}`, { headers });
      const refillProductIds = productsOn(shelf ?? '');
      if (refillProductIds.length > 0) {
        const seen = JSON.stringify({ visitor, view, type: 'seen' });
        await answerOf(`${proxy}/events`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
          body: seen,
        });
      }
      return { refillProductIds };
    },

    async seeReminderOffer(order, buyer) {
      if (!placements.get().reminderOnThankYou || !order.checkoutToken) return null;
      const text = await callApp('/api/reminders/offer', order, buyer, {
        visitor: (buyer.consents && visitorIn(order)) || null,
        lines: order.lines
          .filter((line) => line.productId && line.variantId)
          .map(({ productId, variantId, quantity }) => ({
            productId,
            variantId,
            quantity,
          })),
        locale: world.shop.locale,
      });
      const offers = offersIn(text);
      if (offers.length === 0) return null;
      remember(offersSeen, order.checkoutToken, offers);
      return { productIds: offers.map((offer) => offer.productId) };
    },

    async acceptReminder(order, buyer, productId) {
      const offer = offersSeen.get(order.checkoutToken ?? '')?.find((each) => each.productId === productId);
      if (!offer) return;
      await callApp('/api/reminders', order, buyer, {
        productId,
        variantId: offer.variantId,
        remindOn: offer.remindOn,
        wording: 'v1',
      });
    },

    async unsubscribe(mail) {
      const address = oneClickAddress(mail);
      if (address) await unsubscribeByPost(address);
    },
  };
}

/** Where the block's script asks: what the app has told the theme, else what the block itself says. */
function pathInTheme(metafields: readonly AppMetafield[]): string {
  const told = metafields.find(({ namespace, key }) => namespace === 'larder' && key === 'proxy_path');
  return told?.value ?? '/apps/larder';
}

/** Product ids of the cards in a rendered shelf, in order, each once. */
export function productsOn(html: string): Id[] {
  return [...new Set([...html.matchAll(/data-larder-product="(\d+)"/g)].map(([, id = '']) => id))];
}

/** The text of a successful answer; null when the app fails, refuses or does not answer in time. */
async function answerOf(url: string, init: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(url, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return response.status === 200 || response.status === 201 ? text : null;
  } catch {
    return null;
  }
}

function offersIn(text: string | null): readonly Offer[] {
  if (text === null) return [];
  const answer = JSON.parse(text) as {
    show?: boolean;
    offers?: readonly Offer[];
  };
  return answer.show ? (answer.offers ?? []) : [];
}

function remember(seen: Map<string, readonly Offer[]>, token: string, offers: readonly Offer[]): void {
  seen.set(token, offers);
  const oldest = seen.keys().next().value;
  if (seen.size > OFFERS_KEPT && oldest !== undefined) seen.delete(oldest);
}
