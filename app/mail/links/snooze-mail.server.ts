import type { Ports, Reader } from '../../ports';
import { localDay } from '../../shops/local-day';
import { recountJob } from '../../shoppers/recount-job';
import { loadShop } from '../../shops/shop-store.server';
import { findKind, type MailKind } from '../kinds';
import { findLink, saveChoice, type FoundLink } from './link-store.server';
import { snoozedTo, type SnoozeChoice } from './snooze';
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

/** Puts off what the mail was about, or (`undo`) takes that back. Saying the same twice changes nothing. */
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
    if (!(await mayStill(tx, kinds, link))) return viewOf(tx, kinds, link, at);
    const { kind, subjectId } = link.message;
    const remindOn = choice && snoozedTo(choice, localDay(at, shop.timeZone));
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
  const { shopId, message, choice, usedAt } = link;
  const kind = findKind(kinds, message.kind);
  const subject = await kind.loadSubject(db, { shopId, ...message });
  const remindOn = await kind.nextDay(db, { shopId, subjectId: message.subjectId });
  const face = {
    shopName: shop.name,
    currency: shop.currency,
    locale: subject?.locale ?? shop.locale,
    choice,
    remindOn,
    todayOn: localDay(at, shop.timeZone),
  };
  if (!(await mayStill(db, kinds, link))) return { ...face, state: 'ended' };
  if (choice !== null) return { ...face, state: remindOn === null ? 'ended' : 'snoozed' };
  return { ...face, state: usedAt === null ? 'ready' : 'undone' };
}

/** Whether a mail would still come: what was stopped, bought or unsubscribed from cannot be put off. */
async function mayStill(
  db: Reader,
  kinds: readonly MailKind[],
  { shopId, message }: FoundLink,
): Promise<boolean> {
  const { emailHash, subjectId } = message;
  const kind = findKind(kinds, message.kind);
  if (emailHash === null || (await isSuppressed(db, shopId, emailHash, kind.scope))) return false;
  return kind.maySnooze(db, { shopId, subjectId });
}
