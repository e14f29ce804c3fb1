import type { MailKind } from '../mail/kinds';
import { LONGEST_WANTED_MS, type MessageEnd, type SkipReason } from '../mail/outbox/message';
import { settleEnd } from './held-reminder-store.server';
import { addressOf } from './reminder-address';
import { composeLetter } from './compose-letter.server';
import { reminderKey, type ReminderEnd, type ReminderState } from './reminder';
import { endReminder, findReminder, resumeAddress, setDay, stopAddress } from './reminder-store.server';

/** The reminder as the outbox knows it. */
export const REMINDER_KIND: MailKind = {
  id: 'reminder',
  tactic: 'reminder',
  scope: 'reminder',
  consent: 'own',
  wantedForMs: LONGEST_WANTED_MS,
  mayBePutOff: true,
  isGathered: true,
  templateOf: () => 'reminder',
  compose: composeLetter,

  async loadSubject(db, { shopId, subjectId, businessKey }) {
    const reminder = await findReminder(db, shopId, subjectId);
    if (!reminder) return null;
    const { state, locale, keyId, orderId, productId, variantId, quantity, acceptedAt } = reminder;
    const isCurrent = reminderKey(reminder) === businessKey;
    const standing = state !== 'active' ? 'stopped' : isCurrent ? 'wanted' : 'snoozed';
    const address = addressOf(reminder);
    const items = [{ productId, variantId, quantity }];
    const about = 'bought';
    return { standing, address, locale, keyId, orderId, about, items, askedAt: acceptedAt };
  },

  async onEnd(tx, { shopId, subjectId, businessKey, end, at }) {
    const reminder = await findReminder(tx, shopId, subjectId);
    // A message of an earlier day says nothing about the day the shopper chose since.
    if (!reminder || reminderKey(reminder) !== businessKey) return;
    await endReminder(tx, reminder, { ...endOf(end), at, occurrence: reminder.occurrence });
  },

  async settleHeld(tx, { shopId, subjectId, businessKey, choice }) {
    const reminder = await findReminder(tx, shopId, subjectId);
    if (reminder && reminderKey(reminder) === businessKey) await settleEnd(tx, reminder, choice);
  },

  async nextDay(db, { shopId, subjectId }) {
    const reminder = await findReminder(db, shopId, subjectId);
    return reminder?.state === 'active' ? reminder.remindOn : null;
  },

  async maySnooze(db, { shopId, subjectId }) {
    const reminder = await findReminder(db, shopId, subjectId);
    return reminder?.state === 'sent' || reminder?.state === 'active';
  },

  async snooze(tx, { shopId, subjectId, remindOn, at }) {
    const reminder = await findReminder(tx, shopId, subjectId);
    if (!reminder) return;
    const isSet = reminder.state === 'active' && reminder.remindOn === remindOn;
    if (remindOn === null) await endReminder(tx, reminder, { state: 'sent', reason: null, at });
    else if (!isSet) await setDay(tx, reminder, { remindOn, state: 'active', isSnooze: true });
  },

  async stopItem(tx, { shopId, emailHash, productId, at, undo }) {
    if (undo) await resumeAddress(tx, shopId, emailHash, at, productId);
    else await stopAddress(tx, shopId, emailHash, at, productId);
  },

  async stopAll(tx, { shopId, emailHash, at, undo }) {
    if (undo) await resumeAddress(tx, shopId, emailHash, at);
    else await stopAddress(tx, shopId, emailHash, at);
  },
};

type Ended = Exclude<ReminderState, 'pending' | 'active'>;

function endOf(end: MessageEnd): { state: Ended; reason: ReminderEnd | null } {
  switch (end.state) {
    case 'sent':
      return { state: 'sent', reason: null };
    case 'held':
      return { state: 'sent', reason: 'result-unknown' };
    case 'failed':
      return { state: 'expired', reason: end.reason };
    case 'skipped':
      return endOfSkip(end.reason);
  }
}

function endOfSkip(reason: SkipReason): { state: Ended; reason: ReminderEnd | null } {
  switch (reason) {
    case 'bought-again':
      return { state: 'bought', reason };
    case 'unsubscribed':
    case 'came-back':
    case 'complained':
    case 'opted-out':
    case 'order-cancelled':
    case 'refunded':
    case 'subscribed':
    case 'no-address':
    case 'switched-off':
    case 'no-legal-details':
    case 'uninstalled':
      return { state: 'stopped', reason };
    case 'unpublished':
    case 'out-of-stock':
    case 'capped':
    case 'too-late':
      return { state: 'expired', reason };
    case 'erased':
    case 'not-subscribed':
    case 'stopped':
    case 'snoozed':
      // The reminder itself said so and has its own end, or none yet; marketing it is not.
      return { state: 'stopped', reason: null };
  }
}
