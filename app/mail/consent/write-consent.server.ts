import type { Ports } from '../../ports';
import { GraphqlRefused } from '../../shopify/admin-errors';
import { customerConsentAnswer, updateConsentAnswer } from '../../shopify/answers';
import { toGid } from '../../shopify/gid';
import { CUSTOMER_CONSENT, UPDATE_CONSENT } from '../../shopify/queries';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { hashAddress } from '../outbox/address-hash.server';
import { openWishes, settleWish, type ConsentWish } from './consent-wish-store.server';

/** The scope that lets Larder write a customer's consent; optional. */
export const CONSENT_SCOPE = 'write_customers';

const AT_ONCE = 100;

type Needs = Pick<Ports, 'db' | 'clock' | 'admin' | 'config' | 'jobs' | 'log'>;

/**
 * Job `mail.write-consent`: what customers said through our mails goes into Shopify's own records. Without the scope it is left
 * for the merchant; with it, what was left is done, too. A repeat writes the same again.
 * @throws when Shopify cannot be asked now: the job tries again
 */
export async function writeConsent(ports: Needs, { shopId }: { readonly shopId: number }): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return;
  const mayWrite = shop.scopes.split(',').includes(CONSENT_SCOPE);
  const states = mayWrite ? (['waiting', 'to-tell'] as const) : (['waiting'] as const);
  const wishes = await openWishes(ports.db.read, shopId, { states, take: AT_ONCE });
  for (const wish of wishes) {
    const state = mayWrite ? await write(ports, shop, wish) : 'to-tell';
    await ports.db.write((tx) => settleWish(tx, wish, { state, at: ports.clock.now() }));
  }
  if (wishes.length < AT_ONCE) return;
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'mail.write-consent', shopId, key: `consent:${shopId}` }),
  );
}

/** Whoever holds another address than the record's says nothing about it. */
async function write(ports: Needs, shop: Shop, wish: ConsentWish): Promise<'written' | 'moot'> {
  const id = toGid('Customer', wish.customerId);
  const { customer } = await ports.admin.query(shop.domain, CUSTOMER_CONSENT, { id }, customerConsentAnswer);
  const address = customer?.defaultEmailAddress;
  if (!address || hashAddress(ports.config.apiSecret, shop.id, address.emailAddress) !== wish.emailHash)
    return 'moot';
  const wanted = wish.wanted === 'unsubscribed' ? 'UNSUBSCRIBED' : 'SUBSCRIBED';
  if (address.marketingState === wanted) return 'written';
  // Who never was subscribed stays as they are: there is nothing to take back.
  if (wanted === 'UNSUBSCRIBED' && address.marketingState !== 'SUBSCRIBED') return 'moot';
  const level = wanted === 'SUBSCRIBED' ? { marketingOptInLevel: 'SINGLE_OPT_IN' } : {};
  const input = { customerId: id, emailMarketingConsent: { marketingState: wanted, ...level } };
  try {
    const answer = await ports.admin.query(shop.domain, UPDATE_CONSENT, { input }, updateConsentAnswer);
    return answer.customerEmailMarketingConsentUpdate?.userErrors.length === 0 ? 'written' : 'moot';
  } catch (error) {
    if (!(error instanceof GraphqlRefused)) throw error;
    ports.log.warn({ shopId: shop.id, codes: error.codes }, 'Shopify does not let a consent be written');
    return 'moot';
  }
}
