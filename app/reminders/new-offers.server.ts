import type { Ports } from '../ports';
import { loadModel } from '../refills/model/model-store.server';
import { loadBuyerPurchases } from '../refills/learn/purchase-store.server';
import { loadRhythms } from '../refills/learn/rhythm-store.server';
import { chooseOffers, type Offer, type OfferableProduct, type OrderLine } from './choose-offers';
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
  const offerable = (await offerableLines(ports.db.read, shopId, lines)).filter(
    (line) => !subscribed.has(line.productId),
  );
  if (offerable.length === 0) return [];
  const productIds = [...new Set(offerable.map((line) => line.productId))];
  const rhythms = await loadRhythms(ports.db.read, shopId, productIds);
  const own =
    buyer.customerId === null
      ? []
      : await loadBuyerPurchases(ports.db.read, shopId, { kind: 'account', value: buyer.customerId });
  const products = new Map<bigint, OfferableProduct>();
  for (const [productId, rhythm] of rhythms) {
    const mine = own.filter((purchase) => purchase.productId === productId);
    if (mine.some((purchase) => purchase.isSubscription)) continue;
    const earlier = mine.filter((purchase) => purchase.boughtOn < boughtOn);
    const ownDays = [...new Set(earlier.map((purchase) => purchase.boughtOn))].sort((a, b) => a - b);
    const packs = earlier.reduce((sum, purchase) => sum + purchase.quantity, 0);
    products.set(productId, {
      rhythm,
      ownDays,
      usualQuantity: ownDays.length > 0 ? packs / ownDays.length : 1,
    });
  }
  const model = await loadModel(ports.db.read, shopId);
  return chooseOffers(offerable, products, { boughtOn, todayOn, model });
}
