import type { Ports } from '../ports';
import { loadShop } from '../shops/shop-store.server';
import { calendarFeedSince, shopOfCalendar } from './calendar-store.server';
import { calendarTokenHash } from './change-calendar.server';
import { reviewCalendar } from './review-calendar';
import { runningReview } from './review-store.server';
import { TACTICS } from './tactic';
import { tacticStates } from './tactic-store.server';

/**
 * The calendar that a token opens, as text.
 * @returns null for a token that opens nothing: never made, revoked, or of a shop that has left
 */
export async function loadCalendar(
  ports: Pick<Ports, 'db' | 'clock' | 'config'>,
  token: string,
): Promise<string | null> {
  const shopId = await shopOfCalendar(ports.db.read, calendarTokenHash(token));
  const shop = shopId === null ? null : await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return null;
  const running = [];
  for (const { name, state } of await tacticStates(ports.db.read, shop.id)) {
    const review = state === 'off' ? null : await runningReview(ports.db.read, shop.id, name);
    if (review) running.push({ ...review, title: TACTICS[name].title });
  }
  return reviewCalendar(running, {
    shopName: shop.name || shop.domain,
    resultsUrl: `https://${shop.domain}/admin/apps/${ports.config.apiKey}/app/results`,
    at: ports.clock.now(),
  });
}

/** Whether the shop's calendar has an address. */
export async function hasCalendar(ports: Pick<Ports, 'db'>, shopId: number): Promise<boolean> {
  return (await calendarFeedSince(ports.db.read, shopId)) !== null;
}
