import type { JobOf, Ports } from '../ports';
import { deleteDiscountAnswer, discountByCodeAnswer } from '../shopify/answers';
import { GraphqlRefused, ShopGone } from '../shopify/admin-errors';
import { DELETE_DISCOUNT, DISCOUNT_BY_CODE } from '../shopify/queries';
import { listInstalledShops, loadShop } from '../shops/shop-store.server';
import { endedDiscounts, markDiscount } from './discount-store.server';
import { SKIPPED_DAYS } from './kept-days';
import { forgetSkipped } from './follow-up-store.server';

const BATCH = 100;

/** Job `follow-ups.sweep`: forgets what answers no question any more, and has unused codes taken away whose time is over. */
export async function sweepFollowUps(ports: Pick<Ports, 'db' | 'clock' | 'jobs'>): Promise<void> {
  const now = ports.clock.now();
  const before = new Date(now.getTime() - SKIPPED_DAYS * 86_400_000);
  for (const { id } of await listInstalledShops(ports.db.read)) {
    await ports.db.write((tx) => forgetSkipped(tx, id, before));
    await endDiscounts(ports, id, now);
  }
}

async function endDiscounts(ports: Pick<Ports, 'db' | 'jobs'>, shopId: number, now: Date): Promise<void> {
  for (;;) {
    const ended = await endedDiscounts(ports.db.read, shopId, { now, take: BATCH });
    if (ended.length === 0) return;
    await ports.db.write(async (tx) => {
      for (const { discountCode, ...row } of ended) {
        await markDiscount(tx, row, { discountState: 'gone' });
        if (discountCode === null) continue;
        await ports.jobs.enqueue(tx, {
          kind: 'follow-ups.remove-discount',
          shopId,
          payload: { code: discountCode },
        });
      }
    });
  }
}

/** Job `follow-ups.remove-discount`: takes a code away at Shopify unless it was used: then it stays in the shop's books. */
export async function removeDiscount(
  ports: Pick<Ports, 'db' | 'admin'>,
  { shopId, payload }: JobOf<'follow-ups.remove-discount'>,
): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return;
  try {
    const { code } = payload;
    const answer = await ports.admin.query(shop.domain, DISCOUNT_BY_CODE, { code }, discountByCodeAnswer);
    const found = answer.codeDiscountNodeByCode;
    if (!found || (found.codeDiscount.asyncUsageCount ?? 0) > 0) return;
    await ports.admin.query(shop.domain, DELETE_DISCOUNT, { id: found.id }, deleteDiscountAnswer);
  } catch (error) {
    // Without the scope, or without the shop, there is nothing that can be done: the code ends by itself.
    if (!(error instanceof GraphqlRefused) && !(error instanceof ShopGone)) throw error;
  }
}
