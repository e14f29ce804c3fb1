import type { Letter, LetterFacts } from '../mail/kinds';
import { composeFromTemplate } from '../mail/letter/compose-from-template.server';
import { localDay } from '../shops/local-day';

/** The reminder's one mail: what it is, what it costs today, one button, and two ways to say not now. */
export function composeLetter({ subject, ...facts }: LetterFacts): Letter {
  if (facts.items.length === 0) throw new Error('A reminder is about an item');
  const sinceOn = localDay(subject.askedAt, facts.shop.timeZone);
  return composeFromTemplate('reminder', { ...facts, locale: subject.locale, sinceOn, discount: null });
}
