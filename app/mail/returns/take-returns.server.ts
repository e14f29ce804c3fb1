import type { Ports, Tx } from '../../ports';
import { recountJob } from '../../shoppers/recount-job';
import { listInstalledShops } from '../../shops/shop-store.server';
import { hashAddress } from '../outbox/address-hash.server';
import { suppress } from '../outbox/suppression-store.server';
import { complaintState, countedFrom } from './complaint-rate';
import { loadComplaintStop, stopForComplaints } from './complaint-stop-store.server';
import {
  countComplaints,
  findReturned,
  findWrittenTo,
  historyOfAddress,
  keepReturn,
  type ReturnedMessage,
} from './return-store.server';
import type { ReturnedMail } from './returned-mail';
import { isGivenUp, SOFT_WINDOW_MS } from './soft-bounces';

/** Where only the address is told, shops that wrote to it within this time are meant. */
const WRITTEN_WITHIN_MS = 30 * 86_400_000;

type Post = Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'log'>;

/**
 * Acts on mails that came back, each once however often it is told: a hard bounce and a complaint end all mail to the
 * address, soft ones when there were too many; complaints beyond the limit stop the shop's mail. What is about no mail of
 * ours is nothing, and is answered like the rest.
 */
export async function takeReturns(ports: Post, returns: readonly ReturnedMail[]): Promise<void> {
  if (returns.length === 0) return;
  const shopIds = (await listInstalledShops(ports.db.read)).map((shop) => shop.id);
  for (const returned of returns) {
    const meant = await findMeant(ports, shopIds, returned);
    const { kind } = returned;
    if (meant.length === 0) ports.log.info({ kind }, 'A mail came back that is none of ours');
    for (const message of meant) {
      const isNew = await ports.db.write((tx) => takeReturn(ports, tx, message, returned));
      const { shopId, messageId } = message;
      if (isNew) ports.log.info({ shopId, messageId, kind }, 'A mail came back');
    }
  }
}

async function findMeant(
  ports: Pick<Ports, 'db' | 'clock' | 'config'>,
  shopIds: readonly number[],
  { email, messageId }: ReturnedMail,
): Promise<readonly ReturnedMessage[]> {
  const { read } = ports.db;
  const own = messageId === null ? null : await findReturned(read, shopIds, messageId);
  // The address that we wrote to counts: the mail may have been forwarded to the one that is told.
  if (own) return [own];
  if (!email) return [];
  const addresses = shopIds.map((shopId) => ({
    shopId,
    emailHash: hashAddress(ports.config.apiSecret, shopId, email),
  }));
  return findWrittenTo(read, addresses, new Date(ports.clock.now().getTime() - WRITTEN_WITHIN_MS));
}

async function takeReturn(
  ports: Pick<Ports, 'jobs' | 'clock'>,
  tx: Tx,
  message: ReturnedMessage,
  { kind, eventId }: ReturnedMail,
): Promise<boolean> {
  const at = ports.clock.now();
  const { shopId, emailHash, keyId } = message;
  if (!(await keepReturn(tx, message, { eventId, kind, at }))) return false;
  if (kind === 'complaint') {
    await suppress(tx, { shopId, emailHash, scope: 'all', source: 'complaint', at });
    await stopIfTooMany(tx, shopId, at);
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(shopId, keyId));
  } else if (kind === 'hard-bounce' || (await hasBouncedTooOften(tx, message, at))) {
    await suppress(tx, { shopId, emailHash, scope: 'all', source: 'bounce', at });
  }
  return true;
}

async function hasBouncedTooOften(tx: Tx, message: ReturnedMessage, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - SOFT_WINDOW_MS);
  const { bounces, sent, cameBack } = await historyOfAddress(tx, message, since);
  return isGivenUp(bounces, sent, cameBack, now);
}

async function stopIfTooMany(tx: Tx, shopId: number, now: Date): Promise<void> {
  const stop = await loadComplaintStop(tx, shopId);
  if (stop && stop.liftedAt === null) return;
  const count = await countComplaints(tx, shopId, countedFrom(now, stop?.liftedAt ?? null));
  if (complaintState(count) === 'stops') await stopForComplaints(tx, shopId, { ...count, at: now });
}
