import type { OutboxCount } from '../mail/outbox/outbox-report-store.server';
import { countMessages } from '../mail/outbox/outbox-report-store.server';
import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { maskEmail } from './mask-email';
import { addressPlace } from './reminder-address';
import type { ReminderEnd, ReminderState } from './reminder';
import { countActiveBetween, countByState, reminderPage } from './reminder-list-store.server';

const UPCOMING: readonly ReminderState[] = ['pending', 'active'];
const OVER: readonly ReminderState[] = ['sent', 'stopped', 'bought', 'expired'];

/** One reminder as the merchant sees it: enough to understand, too little to write to somebody. */
export interface ListedReminder {
  readonly id: string;
  readonly state: ReminderState;
  readonly reason: ReminderEnd | null;
  readonly productId: string;
  /** Null when the product is gone from the catalogue. */
  readonly productTitle: string | null;
  /** `YYYY-MM-DD`, in the shop's zone. */
  readonly remindOn: string;
  /** Masked; null while its order has not come. */
  readonly email: string | null;
  /** ISO instants. */
  readonly acceptedAt: string;
  readonly endedAt: string | null;
  readonly snoozes: number;
}

export interface ReminderOverview {
  readonly rows: readonly ListedReminder[];
  /** Pass as `after` for the next page; null on the last. */
  readonly next: string | null;
  readonly counts: Readonly<Record<ReminderState, number>>;
  /** Active reminders of today and the six days after. */
  readonly nextSevenDays: number;
  readonly mails: readonly OutboxCount[];
  /** Mails that may or may not have gone out before a crash. */
  readonly held: number;
}

/** What the Reminders page shows; plain JSON. */
export async function listReminders(
  ports: Pick<Ports, 'db' | 'clock' | 'seals'>,
  about: { shopId: number; tab: 'upcoming' | 'over'; after?: string | null; take?: number },
): Promise<ReminderOverview> {
  const { shopId, tab, after = null, take = 50 } = about;
  const db = ports.db.read;
  const shop = await loadShop(db, shopId);
  const todayOn = localDay(ports.clock.now(), shop?.timeZone ?? 'UTC');
  const which =
    tab === 'upcoming'
      ? { states: UPCOMING, order: 'asc' as const }
      : { states: OVER, order: 'desc' as const };
  const [rows, counts, nextSevenDays, mails] = await Promise.all([
    reminderPage(db, shopId, { ...which, after, take: take + 1 }),
    countByState(db, shopId),
    countActiveBetween(db, shopId, todayOn, todayOn + 6),
    countMessages(db, shopId, 'reminder'),
  ]);
  const page = rows.slice(0, take);
  const count = (state: ReminderState) => counts[state] ?? 0;
  return {
    rows: page.map((row) => ({
      id: row.id,
      state: row.state as ReminderState,
      reason: row.endReason as ReminderEnd | null,
      productId: String(row.productId),
      productTitle: row.productTitle,
      remindOn: dayToIso(row.remindOn),
      email: row.email === null ? null : maskEmail(ports.seals.open(row.email, addressPlace(row))),
      acceptedAt: row.acceptedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      snoozes: row.snoozes,
    })),
    next: rows.length > take ? (page.at(-1)?.id ?? null) : null,
    counts: {
      pending: count('pending'),
      active: count('active'),
      sent: count('sent'),
      stopped: count('stopped'),
      bought: count('bought'),
      expired: count('expired'),
    },
    nextSevenDays,
    mails,
    held: mails.reduce((sum, mail) => (mail.state === 'held' ? sum + mail.count : sum), 0),
  };
}
