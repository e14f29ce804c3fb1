export type LinkPurpose = 'snooze' | 'unsubscribe' | 'choices';

/** Days for which a link in a mail works. An unsubscribe must work for as long as a mail may be kept. */
export const LINK_DAYS: Readonly<Record<LinkPurpose, number>> = {
  snooze: 30,
  unsubscribe: 365,
  choices: 30,
};
