import type { Language } from '../letter/locale';
import { WORDS, wordFor } from '../letter/templates/words';

/** An item of the mail that a page belongs to. */
export interface MailedItem {
  readonly productId: bigint;
  /** Null for sensitive goods and for what is gone from the catalogue. */
  readonly name: string | null;
  /** The holder of the address wants no mail about it. */
  readonly isMuted: boolean;
}

/** What every page behind a link in a mail shows. */
export interface MailFace {
  readonly shopName: string;
  /** The storefront. */
  readonly shopAddress: string;
  readonly locale: string;
  readonly items: readonly MailedItem[];
}

/** An item in a sentence: by its name, or by the neutral word that subjects use. */
export function itemInWords(language: Language, { name }: Pick<MailedItem, 'name'>): string {
  return name ?? wordFor(language, 1, WORDS[language].unnamed);
}

/** All of them; as neutral as the mail's subject where any of them is not named. */
export function itemsInWords(language: Language, items: readonly MailedItem[]): string {
  const names = [...new Set(items.flatMap(({ name }) => name ?? []))];
  if (names.length === 0 || items.some(({ name }) => name === null))
    return items.length === 0 ? '' : wordFor(language, items.length, WORDS[language].unnamed);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
