import { createHash } from 'node:crypto';
import type { Ports } from '../ports';
import { removeCalendarFeed, saveCalendarFeed } from './calendar-store.server';

/** What is kept of a token: without the address nobody can make it up again. */
export function calendarTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Makes a new, unguessable address for the shop's calendar. It is told once, here; an older one stops working. */
export async function makeCalendarAddress(
  ports: Pick<Ports, 'db' | 'clock' | 'random' | 'config'>,
  shopId: number,
): Promise<string> {
  const token = ports.random.id();
  const feed = { shopId, tokenHash: calendarTokenHash(token), createdAt: ports.clock.now() };
  await ports.db.write((tx) => saveCalendarFeed(tx, feed));
  return new URL(`/calendar/${token}.ics`, ports.config.appUrl).href;
}

/** The address stops working at once. */
export async function revokeCalendarAddress(ports: Pick<Ports, 'db'>, shopId: number): Promise<void> {
  await ports.db.write((tx) => removeCalendarFeed(tx, shopId));
}
