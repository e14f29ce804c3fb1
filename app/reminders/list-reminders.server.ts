import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { maskEmail } from './mask-email';
import type { ReminderEnd, ReminderState } from './reminder';
import {
  countByDay,
  countByState,
  countOutcomes,
  listHeld,
  listReminderLines,
} from './reminder-list-store.server';
import { REMINDER_VIEWS, STATES_OF, type ReminderView } from './reminder-view';

export const REMINDERS_PER_PAGE = 25;
const DAYS_AHEAD = 7;
const HELD_SHOWN = 10;

export interface ReminderList {
  readonly rows: readonly ReminderRow[];
  readonly page: number;
  readonly pages: number;
  readonly counts: Readonly<Record<ReminderView, number>>;
  /** Today and the days after it, each with how many reminders fall on it. */
  readonly ahead: readonly { readonly on: string; readonly count: number }[];
  readonly outcomes: readonly {
    readonly state: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
  /** Handed over without an answer; instants as ISO. */
  readonly held: readonly {
    readonly id: string;
    readonly email: string;
    readonly claimedAt: string | null;
  }[];
}

export interface ReminderRow {
  readonly id: string;
  readonly productTitle: string;
  /** Masked; null until the order has brought it. */
  readonly email: string | null;
  /** `YYYY-MM-DD` */
  readonly remindOn: string;
  readonly state: ReminderState;
  readonly endReason: ReminderEnd | null;
}

/** What shoppers asked to be reminded of, and what became of it. Addresses are masked. */
export async function listReminders(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
  query: { view: ReminderView; page: number },
): Promise<ReminderList> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const reader = ports.db.read;
  const [states, days, outcomes, held] = await Promise.all([
    countByState(reader, shop.id),
    countByDay(reader, shop.id, { fromOn: todayOn, toOn: todayOn + DAYS_AHEAD }),
    countOutcomes(reader, shop.id),
    listHeld(reader, shop.id, HELD_SHOWN),
  ]);
  const counts = Object.fromEntries(
    REMINDER_VIEWS.map((view) => [
      view,
      STATES_OF[view].reduce((sum, state) => sum + (states.get(state) ?? 0), 0),
    ]),
  ) as Record<ReminderView, number>;
  const pages = Math.max(1, Math.ceil(counts[query.view] / REMINDERS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  const range = { offset: (page - 1) * REMINDERS_PER_PAGE, limit: REMINDERS_PER_PAGE };
  const lines = await listReminderLines(reader, shop.id, { view: query.view, ...range });
  return {
    rows: lines.map(({ email, remindOn, ...line }) => ({
      ...line,
      email: email === null ? null : maskEmail(email),
      remindOn: dayToIso(remindOn),
    })),
    page,
    pages,
    counts,
    ahead: Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => ({
      on: dayToIso(todayOn + ahead),
      count: days.get(todayOn + ahead) ?? 0,
    })),
    outcomes,
    held: held.map(({ id, email, claimedAt }) => ({
      id,
      email: email === null ? '…' : maskEmail(email),
      claimedAt: claimedAt?.toISOString() ?? null,
    })),
  };
}
