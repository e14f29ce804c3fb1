import { findLink } from '../../mail/links/link-store.server';
import type { MailKind } from '../../mail/kinds';
import { savePace } from '../../mail/outbox/pace-store.server';
import type { Pace } from '../../mail/outbox/pace';
import type { Ports, Tx } from '../../ports';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS, isToCome } from '../../reminders/reminder';
import { endReminder, setDay } from '../../reminders/reminder-store.server';
import { recountJob } from '../../shoppers/recount-job';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import type { ChoiceNotice, ChoicesView } from './choices-view';
import { customerBehind } from './may-see-whole.server';
import { remindersBehind, viewOf, type Opened } from './open-choices.server';
import { switchKind } from './switch-kind.server';

export type Choice =
  | { readonly do: 'show-all' }
  | { readonly do: 'stop' | 'resume'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; /** Local day of the shop. */ readonly remindOn: number }
  | { readonly do: 'pace'; readonly pace: Pace }
  | { readonly do: 'kind'; readonly scope: 'reminder' | 'follow-up'; readonly isOn: boolean };

/** Asking Shopify whose address it is costs; a person presses a button now and then. */
const WHOLE = { max: 60, windowMs: 10 * 60_000 };

/**
 * Does what the holder of a link chose, and shows what holds then. Saying it twice changes nothing.
 * @param wish.whole they are on the page with everything: whether they may be is asked again each time
 */
export async function choose(
  ports: Pick<Ports, 'db' | 'clock' | 'jobs' | 'admin' | 'config' | 'log' | 'limits'>,
  kinds: readonly MailKind[],
  token: string,
  wish: { readonly choice: Choice; readonly whole: boolean },
): Promise<ChoicesView> {
  const at = ports.clock.now();
  const { choice } = wish;
  const link = await findLink(ports.db.read, token, 'choices', at);
  const shop = link && (await loadShop(ports.db.read, link.shopId));
  if (!link || !shop || shop.uninstalledAt) return { state: 'invalid' };
  const wantsWhole = wish.whole || choice.do === 'show-all';
  const narrow = { link, shop, customerId: null, at };
  if (wantsWhole && !ports.limits.allow(`choices:${link.tokenHash}`, WHOLE))
    return viewOf(ports.db.read, kinds, narrow, { notice: 'try-later' });
  let customerId: string | null = null;
  if (wantsWhole) {
    try {
      customerId = await customerBehind(ports, kinds, link, shop);
    } catch {
      // Whatever Shopify's trouble is: less is shown, and nothing was changed.
      return viewOf(ports.db.read, kinds, narrow, { notice: 'try-later' });
    }
  }
  const opened: Opened = { ...narrow, customerId };
  if (choice.do === 'show-all') {
    const notice = customerId === null ? 'not-all' : null;
    return viewOf(ports.db.read, kinds, opened, { notice });
  }
  return ports.db.write(async (tx) => {
    const notice = await act(ports, tx, kinds, { opened, choice });
    const { keyId } = link.message;
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(shop.id, keyId));
    const stoppedId = notice === 'stopped' && 'id' in choice ? choice.id : undefined;
    return viewOf(tx, kinds, opened, { notice, stoppedId });
  });
}

async function act(
  ports: Pick<Ports, 'jobs'>,
  tx: Tx,
  kinds: readonly MailKind[],
  { opened, choice }: { readonly opened: Opened; readonly choice: Exclude<Choice, { do: 'show-all' }> },
): Promise<ChoiceNotice> {
  const { link, shop, at } = opened;
  const { emailHash, keyId } = link.message;
  if (choice.do === 'pace' || choice.do === 'kind') {
    if (emailHash === null) return 'gone';
    const whose = { shopId: shop.id, emailHash, keyId, at };
    if (choice.do === 'pace') await savePace(tx, { ...whose, pace: choice.pace });
    else await switchKind(ports, tx, kinds, { ...whose, ...choice });
    return 'saved';
  }
  const reminder = (await remindersBehind(tx, opened)).find(({ id }) => id === choice.id);
  if (!reminder) return 'gone';
  switch (choice.do) {
    case 'stop':
      if (!isToCome(reminder)) return 'gone';
      await endReminder(tx, reminder, { state: 'stopped', reason: 'shopper', at });
      return 'stopped';
    case 'resume': {
      const wasStopped = reminder.state === 'stopped' && reminder.endReason === 'shopper';
      const mayCome = reminder.remindOn >= localDay(at, shop.timeZone);
      if (!wasStopped || !mayCome || reminder.email === null) return 'gone';
      await setDay(tx, reminder, { remindOn: reminder.remindOn, state: 'active' });
      return 'saved';
    }
    case 'move': {
      if (reminder.state !== 'active') return 'gone';
      const todayOn = localDay(at, shop.timeZone);
      const { remindOn } = choice;
      if (remindOn < todayOn + CHOICE_FROM_DAYS || remindOn > todayOn + CHOICE_TO_DAYS) return 'day-outside';
      if (remindOn !== reminder.remindOn) await setDay(tx, reminder, { remindOn, state: 'active' });
      return 'saved';
    }
  }
}
