import type { Language } from '../locale';
import type { LanguageWords, Plural } from './language-words';
import { ENGLISH } from './words-en';
import { DUTCH } from './words-nl';
import { FRENCH } from './words-fr';
import { GERMAN } from './words-de';
import { ITALIAN } from './words-it';
import { SPANISH } from './words-es';

export const WORDS: Readonly<Record<Language, LanguageWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  nl: DUTCH,
};

/** The form of a noun for so many, by the language's own rule (CLDR by way of Intl). */
export function wordFor(language: Language, count: number, { single, several }: Plural): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? single : several;
}
