import type { Ports, Reader } from '../../ports';
import { localDay } from '../../shops/local-day';
import { recountJob } from '../../shoppers/recount-job';
import { loadShop } from '../../shops/shop-store.server';
import { findKind, type MailKind } from '../kinds';
import { findLink, saveChoice, type FoundLink } from './link-store.server';
import { snoozedTo, type SnoozeChoice } from './snooze';
import type { CarriedMessage } from '../outbox/outbox-store.server';
import { loadFace, messagesOf } from './mailed-items.server';
import { isSuppressed } from '../outbox/suppression-store.server';
import type { SnoozeView } from './snooze-view';

type Needs = Pick<Ports, 'db' | 'clock'>;

/** What a snooze link stands for now. Changes nothing. */
export async function openSnooze(
  ports: Needs,
  kinds: readonly MailKind[],
  token: string,
): Promise<SnoozeView> {
  const at = ports.clock.now();
  const link = await findLink(ports.db.read, token, 'snooze', at);
  return link ? viewOf(ports.db.read, kinds, link, at) : { state: 'invalid' };
}

/** Puts off all that the mail was about, or (`undo`) takes that back. Saying the same twice changes nothing. */
export async function snoozeMail(
  ports: Needs & Pick<Ports, 'jobs'>,
  kinds: readonly MailKind[],
  token: string,
  wish: SnoozeChoice | 'undo',
): Promise<SnoozeView> {
  return ports.db.write(async (tx) => {
    const at = ports.clock.now();
    const link = await findLink(tx, token, 'snooze', at);
    const shop = link && (await loadShop(tx, link.shopId));
    if (!link || !shop) return { state: 'invalid' };
    const choice = wish === 'undo' ? null : wish;
    if (choice === link.choice) return viewOf(tx, kinds, link, at);
    const open = await stillToPutOff(tx, kinds, link);
    if (open.length === 0) return viewOf(tx, kinds, link, at);
    const remindOn = choice && snoozedTo(choice, localDay(at, shop.timeZone));
    for (const { kind, subjectId } of open)
      await findKind(kinds, kind).snooze(tx, { shopId: shop.id, subjectId, remindOn, at });
    await saveChoice(tx, link, { choice, usedAt: at });
    const { keyId } = link.message;
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(shop.id, keyId));
    return viewOf(tx, kinds, { ...link, choice, usedAt: at }, at);
  });
}

async function viewOf(
  db: Reader,
  kinds: readonly MailKind[],
  link: FoundLink,
  at: Date,
): Promise<SnoozeView> {
  const shop = await loadShop(db, link.shopId);
  if (!shop) return { state: 'invalid' };
  const { shopId, choice, usedAt } = link;
  const days: number[] = [];
  for (const { kind, subjectId } of await messagesOf(db, link)) {
    const nextOn = await findKind(kinds, kind).nextDay(db, { shopId, subjectId });
    if (nextOn !== null) days.push(nextOn);
  }
  const remindOn = days.length === 0 ? null : Math.min(...days);
  const face = {
    ...(await loadFace(db, kinds, link, shop)),
    currency: shop.currency,
    choice,
    remindOn,
    todayOn: localDay(at, shop.timeZone),
  };
  if ((await stillToPutOff(db, kinds, link)).length === 0) return { ...face, state: 'ended' };
  if (choice !== null) return { ...face, state: remindOn === null ? 'ended' : 'snoozed' };
  return { ...face, state: usedAt === null ? 'ready' : 'undone' };
}

/** Of the mail's messages, those that would still come: what was stopped, bought or unsubscribed from cannot be put off. */
async function stillToPutOff(
  db: Reader,
  kinds: readonly MailKind[],
  link: FoundLink,
): Promise<readonly CarriedMessage[]> {
  const { shopId, message } = link;
  const { scope } = findKind(kinds, message.kind);
  if (message.emailHash === null || (await isSuppressed(db, shopId, message.emailHash, scope))) return [];
  const open: CarriedMessage[] = [];
  for (const carried of await messagesOf(db, link))
    if (await findKind(kinds, carried.kind).maySnooze(db, carried)) open.push(carried);
  return open;
}
