import { findLink, type FoundLink } from '../../mail/links/link-store.server';
import { loadFace, messagesOf } from '../../mail/links/mailed-items.server';
import type { MailKind } from '../../mail/kinds';
import { loadLetterItems } from '../../mail/letter/letter-store.server';
import { loadPace } from '../../mail/outbox/pace-store.server';
import { isSuppressed } from '../../mail/outbox/suppression-store.server';
import type { Ports, Reader } from '../../ports';
import { remindersOfCustomer } from '../../reminders/existing-reminders.server';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS, isToCome } from '../../reminders/reminder';
import type { ReminderRow } from '../../reminders/reminder-row';
import { findReminder } from '../../reminders/reminder-store.server';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import type { ChoiceNotice, ChoicesView } from './choices-view';

/** What a link of choices opens for whoever holds it: the items of its mail, what comes to its address. Changes nothing. */
export async function openChoices(
  ports: Pick<Ports, 'db' | 'clock'>,
  kinds: readonly MailKind[],
  token: string,
): Promise<ChoicesView> {
  const at = ports.clock.now();
  const link = await findLink(ports.db.read, token, 'choices', at);
  const shop = link && (await loadShop(ports.db.read, link.shopId));
  if (!link || !shop || shop.uninstalledAt) return { state: 'invalid' };
  return viewOf(ports.db.read, kinds, { link, shop, customerId: null, at });
}

export interface Opened {
  readonly link: FoundLink;
  readonly shop: Shop;
  /** The customer whose whole is shown; null: only the items of the mail. */
  readonly customerId: string | null;
  /** Larder's clock. */
  readonly at: Date;
}

/** The reminders that a link may show and change, in the order of their days. */
export async function remindersBehind(
  db: Reader,
  { link, customerId }: Pick<Opened, 'link' | 'customerId'>,
): Promise<readonly ReminderRow[]> {
  const { shopId } = link;
  const found = new Map<string, ReminderRow>();
  for (const { kind, subjectId } of await messagesOf(db, link)) {
    const reminder = kind === 'reminder' ? await findReminder(db, shopId, subjectId) : null;
    if (reminder) found.set(reminder.id, reminder);
  }
  for (const reminder of await remindersOfCustomer(db, shopId, customerId)) found.set(reminder.id, reminder);
  return [...found.values()].sort((a, b) => a.remindOn - b.remindOn);
}

export async function viewOf(
  db: Reader,
  kinds: readonly MailKind[],
  opened: Opened,
  said: { readonly notice?: ChoiceNotice; readonly stoppedId?: string } = {},
): Promise<ChoicesView> {
  const { link, shop, customerId, at } = opened;
  const { emailHash } = link.message;
  const todayOn = localDay(at, shop.timeZone);
  const set = (await remindersBehind(db, opened)).filter(isToCome);
  const named = await loadLetterItems(db, shop.id, set);
  const isOn = async (scope: 'reminder' | 'follow-up') =>
    emailHash !== null && !(await isSuppressed(db, shop.id, emailHash, scope));
  return {
    ...(await loadFace(db, kinds, link, shop)),
    state: 'open',
    currency: shop.currency,
    todayOn,
    earliestOn: todayOn + CHOICE_FROM_DAYS,
    latestOn: todayOn + CHOICE_TO_DAYS,
    reminders: set.map(({ id, remindOn }, place) => {
      const item = named[place];
      return { id, remindOn, name: item && !item.isSensitive ? item.productTitle : null };
    }),
    isWhole: customerId !== null,
    kinds: [
      { scope: 'reminder', isOn: await isOn('reminder') },
      { scope: 'follow-up', isOn: await isOn('follow-up') },
    ],
    pace: await loadPace(db, shop.id, emailHash),
    notice: said.notice ?? null,
    stoppedId: said.stoppedId ?? null,
  };
}
