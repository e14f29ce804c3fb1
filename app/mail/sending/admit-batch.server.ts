import type { Ports } from '../../ports';
import { isStopped } from '../returns/complaint-stop-store.server';
import { dayOfSending } from './sending-allowance';
import { firstSentAt, putOff, putOffByWall, sentSince } from './sending-store.server';

const MINUTE_MS = 60_000;
/** Lifting a stop sets them free at once; this only bounds how often they are looked at. */
const LOOK_AGAIN_MS = 60 * MINUTE_MS;

interface Due {
  readonly id: string;
  readonly shopId: number;
}

/**
 * Which of the due messages may be handed over now, for all that the shop as a whole may send. The rest is put off: until the
 * merchant lets mail go again after too many complaints, until the next day of a shop that begins to send, until the next
 * minute where there is a limit to that.
 */
export async function admitBatch<Message extends Due>(
  ports: Pick<Ports, 'db' | 'clock' | 'config' | 'limits'>,
  due: readonly Message[],
): Promise<readonly Message[]> {
  const admitted: Message[] = [];
  for (const shopId of new Set(due.map((message) => message.shopId))) {
    const ofShop = due.filter((message) => message.shopId === shopId);
    if (await isStopped(ports.db.read, shopId)) {
      const notBefore = new Date(ports.clock.wall().getTime() + LOOK_AGAIN_MS);
      const which = { shopId, ids: null, now: ports.clock.now(), reason: 'complaints' } as const;
      await ports.db.write((tx) => putOffByWall(tx, { ...which, notBefore }));
      continue;
    }
    admitted.push(...(await admitByMinute(ports, shopId, await admitByDay(ports, shopId, ofShop))));
  }
  return due.filter((message) => admitted.includes(message));
}

async function admitByDay<Message extends Due>(
  { db, clock, config }: Pick<Ports, 'db' | 'clock' | 'config'>,
  shopId: number,
  due: readonly Message[],
): Promise<readonly Message[]> {
  if (config.mailFirstDay === 0) return due;
  const now = clock.now();
  const day = dayOfSending(now, await firstSentAt(db.read, shopId), config.mailFirstDay);
  if (day.max === Infinity) return due;
  const room = Math.max(0, day.max - (await sentSince(db.read, shopId, day.from)));
  if (room >= due.length) return due;
  // Nothing more today: all that are due wait at once, not batch by batch.
  const ids = room === 0 ? null : due.slice(room).map(({ id }) => id);
  await db.write((tx) => putOff(tx, { shopId, ids, now, reason: 'new-sender', until: day.until }));
  return due.slice(0, room);
}

async function admitByMinute<Message extends Due>(
  { db, clock, config, limits }: Pick<Ports, 'db' | 'clock' | 'config' | 'limits'>,
  shopId: number,
  due: readonly Message[],
): Promise<readonly Message[]> {
  const max = config.mailPerMinute;
  if (max === 0) return due;
  const name = `mail:${shopId}`;
  const room = due.findIndex(() => !limits.allow(name, { max, windowMs: MINUTE_MS }));
  if (room === -1) return due;
  const ids = room === 0 ? null : due.slice(room).map(({ id }) => id);
  const notBefore = new Date(clock.wall().getTime() + MINUTE_MS);
  await db.write((tx) => putOffByWall(tx, { shopId, ids, now: clock.now(), reason: 'throttled', notBefore }));
  return due.slice(0, room);
}
