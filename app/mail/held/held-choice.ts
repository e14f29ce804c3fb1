/** What a merchant may say of a mail that may or may not have gone out. */
export const HELD_CHOICES = ['sent', 'not-sent', 'send-again'] as const;

export type HeldChoice = (typeof HELD_CHOICES)[number];
