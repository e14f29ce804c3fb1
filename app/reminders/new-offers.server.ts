import type { Ports } from '../ports';
import { loadPackSizes, sizeOf } from '../refills/learn/pack-store.server';
import { loadBuyerPurchases } from '../refills/learn/purchase-store.server';
import { loadRhythms } from '../refills/learn/rhythm-store.server';
import { loadModel } from '../refills/model/model-store.server';
import { chooseOffers, type Offer, type OrderLine } from './choose-offers';
import type { Buyer } from './find-buyer.server';
import { offerableLines } from './offer-store.server';

/** Who looks at an older order has not just bought: nothing new is offered there. */
const JUST_BOUGHT_DAYS = 7;

/** What may be offered after these lines, the same for every arm; a proven customer's own rhythm counts. */
export async function newOffers(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  buyer: Pick<Buyer, 'customerId' | 'order'>,
  lines: readonly OrderLine[],
  todayOn: number,
): Promise<readonly Offer[]> {
  const boughtOn = buyer.order?.placedOn ?? todayOn;
  if (buyer.order?.isVoid || todayOn - boughtOn > JUST_BOUGHT_DAYS) return [];
  const subscribed = new Set(
    buyer.order?.lines.filter((line) => line.isSubscription).map((line) => line.productId),
  );
  const { read } = ports.db;
  const offerable = (await offerableLines(read, shopId, lines)).filter(
    (line) => !subscribed.has(line.productId),
  );
  if (offerable.length === 0) return [];
  const productIds = new Set(offerable.map((line) => line.productId));
  const [rhythms, sizes, model, all] = await Promise.all([
    loadRhythms(read, shopId, productIds),
    loadPackSizes(read, shopId, productIds),
    loadModel(read, shopId),
    buyer.customerId === null
      ? []
      : loadBuyerPurchases(read, shopId, { kind: 'account', value: buyer.customerId }),
  ]);
  // The order's own lines may be here already, or not yet: they are taken from the page either way.
  const own = all.filter((purchase) => purchase.isSubscription || purchase.boughtOn < boughtOn);
  const bought = offerable.map((line) => ({ ...line, size: sizeOf(sizes, line.variantId) }));
  return chooseOffers(bought, { rhythms, own, boughtOn, todayOn, model });
}
