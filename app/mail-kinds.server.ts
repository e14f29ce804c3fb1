/** Every kind of mail that the outbox may send. Like the job register, it may know all rooms. */
import { FOLLOW_UP_KIND } from './follow-ups/follow-up-kind.server';
import type { MailKind } from './mail/kinds';
import { REMINDER_KIND } from './reminders/reminder-kind.server';

export const MAIL_KINDS: readonly MailKind[] = [REMINDER_KIND, FOLLOW_UP_KIND];
