import type { ReminderState } from './reminder';

/** Tabs of the merchant's list. */
export const REMINDER_VIEWS = ['waiting', 'sent', 'ended'] as const;

export type ReminderView = (typeof REMINDER_VIEWS)[number];

export const STATES_OF: Readonly<Record<ReminderView, readonly ReminderState[]>> = {
  waiting: ['pending', 'active'],
  sent: ['sent'],
  ended: ['bought', 'stopped', 'expired'],
};
