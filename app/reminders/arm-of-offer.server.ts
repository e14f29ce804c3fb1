import type { Device } from '../holdout/device';
import { expose } from '../holdout/expose.server';
import type { Arm } from '../holdout/exposure';
import { peekArm } from '../holdout/work-out-arm.server';
import type { Ports } from '../ports';
import type { Offer } from './choose-offers';
import type { Buyer } from './find-buyer.server';
import { offersToDetail } from './offer-store.server';
import { saveWaitingOffer } from './waiting-offer-store.server';

const DAY_MS = 86_400_000;

/** Nobody checks out more often in earnest. */
const OFFERS_A_DAY = { max: 5, windowMs: DAY_MS } as const;

export interface NewOffer {
  readonly shopId: number;
  readonly shopDomain: string;
  readonly checkoutToken: string;
  /** Hash of the session token. */
  readonly tokenHash: string;
  /** To preferences and analytics; without it nothing is kept. */
  readonly consents: boolean;
  readonly buyer: Buyer;
  readonly offers: readonly Offer[];
  readonly device: Device;
}

/**
 * The arm in which something is offered, and its exposure: at once for a buyer whom Shopify vouches for, with the order
 * for a guest, never without consent.
 */
export async function armOfOffer(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock'>,
  offer: NewOffer,
): Promise<Arm | 'capped' | 'too-many' | 'not-theirs'> {
  const { shopId, shopDomain, checkoutToken, tokenHash, buyer, device } = offer;
  const about = { shopId, shopDomain, tactic: 'reminder' as const, key: buyer.name };
  const at = ports.clock.now();
  const detail = offersToDetail(offer.offers);
  if (!offer.consents) return (await peekArm(ports, about)).arm;
  if (buyer.isProven) {
    const request = { ...about, businessKey: checkoutToken, at, detail, device, cap: OFFERS_A_DAY };
    const answer = await expose(ports, request);
    if (answer.reason === 'capped') return 'capped';
    return answer.foreign ? 'not-theirs' : answer.arm;
  }
  const browserId = buyer.name.kind === 'browser' ? buyer.name.value : null;
  const workedOut = await peekArm(ports, about);
  const waiting = { checkoutToken, tokenHash, browserId, workedOut, detail, device, offeredAt: at };
  const arm = await ports.db.group((tx) => saveWaitingOffer(tx, shopId, waiting));
  return arm ?? 'too-many';
}
