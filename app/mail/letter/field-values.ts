import { dayInWords } from '../../values-in-words';
import type { LetterItem } from '../kinds';
import type { Language } from './locale';
import type { FieldValues } from './templates/merge-fields';
import { WORDS, wordFor } from './templates/words';

/** So many items are named in a list; the rest is counted. */
const NAMED = 2;

interface FieldFacts {
  readonly language: Language;
  /** The locale for dates, as `formatLocale` gives it. */
  readonly way: string;
  readonly shop: { readonly name: string };
  readonly items: readonly Pick<LetterItem, 'productTitle' | 'isSensitive'>[];
  readonly sinceOn: number;
  readonly todayOn: number;
}

/** What stands in the place of each field. Sensitive goods are not named in a running text either. */
export function fieldValues({ language, way, shop, items, sinceOn, todayOn }: FieldFacts): FieldValues {
  const since = dayInWords(way, sinceOn, todayOn);
  const words = WORDS[language];
  const isSensitive = items.some((item) => item.isSensitive);
  const unnamed = (count: number) => wordFor(language, count, words.unnamed);
  return {
    shop: shop.name,
    'first item': isSensitive ? unnamed(1) : (items[0]?.productTitle ?? ''),
    items: isSensitive ? unnamed(items.length) : listOf(language, items),
    'item count': `${items.length} ${wordFor(language, items.length, words.items)}`,
    'asked on': since,
    'ordered on': since,
  };
}

/** `House blend`, `House blend and Espresso beans`, `House blend, Espresso beans and 2 more`. */
function listOf(language: Language, items: FieldFacts['items']): string {
  const titles = [...new Set(items.map((item) => item.productTitle))];
  const rest = titles.length - NAMED;
  const named = titles.slice(0, NAMED);
  if (rest > 0) named.push(`${rest} ${wordFor(language, rest, WORDS[language].more)}`);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
}
