import { createHmac, timingSafeEqual } from 'node:crypto';

/** A pause this long, looked at the whole time, is a person's: longer than scanners wait for a page to settle. */
export const LOOKED_AT_MS = 15_000;

/** A page that was open longer was left open; whoever comes back to it moves. */
const MOST_MS = 86_400_000;

/**
 * When a page behind a mail link was opened, for the page to bring back: a browser's own clock can be run forward, ours
 * cannot. Bound to the link. @param openedAt wall time
 */
export function stampOpening(secret: string, token: string, openedAt: Date): string {
  const ms = openedAt.getTime();
  return `${ms}.${seal(secret, token, ms).toString('base64url')}`;
}

/** Whether the page that brings this stamp has stood open for as long as a person looks. @param at wall time */
export function wasLookedAt(secret: string, token: string, stamp: string, at: Date): boolean {
  const [, ms = '', mac = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(stamp) ?? [];
  if (mac === '' || !timingSafeEqual(Buffer.from(mac, 'base64url'), seal(secret, token, Number(ms))))
    return false;
  const openMs = at.getTime() - Number(ms);
  return openMs >= LOOKED_AT_MS && openMs <= MOST_MS;
}

function seal(secret: string, token: string, ms: number): Buffer {
  return createHmac('sha256', secret).update(`opened:${token}:${ms}`).digest();
}
