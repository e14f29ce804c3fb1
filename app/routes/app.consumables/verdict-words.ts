import type { VerdictReason } from '../../consumables/judge-product';
import type { ConsumableRow } from '../../consumables/list-consumables.server';
import { countOf } from '../../ui/format-values';

type Evidence = Pick<ConsumableRow, 'kind' | 'buyers' | 'repeatBuyers'>;

const WORDS: Readonly<Record<VerdictReason, (evidence: Evidence) => string>> = {
  'gift-card': () => 'Gift cards are never consumables',
  digital: () => 'Not shipped, so nothing is used up',
  'bought-again': (evidence) => `${repeatWords(evidence)} bought it again`,
  'rarely-bought-again': (evidence) =>
    evidence.repeatBuyers === 0
      ? `none of ${countOf(evidence.buyers, 'buyer')} bought it again`
      : `only ${repeatWords(evidence)} bought it again`,
  'kind-used-up': ({ kind }) => `of a kind that gets used up (${kind})`,
  'kind-not-used-up': ({ kind }) => `of a kind that lasts (${kind})`,
  'subscription-offer': () => 'sold as a subscription',
  'pack-size': () => 'sold by weight, volume or count',
  irregular: () => 'bought at irregular times, like a gift',
  'little-known': () => 'little is known of it yet',
};

/** The evidence behind the model's verdict, the strongest first, as one sentence. */
export function verdictWords(row: Evidence & Pick<ConsumableRow, 'reasons'>): string {
  const words = row.reasons.flatMap((reason) => (isReason(reason) ? [WORDS[reason](row)] : []));
  const sentence = words.slice(0, 3).join('; ');
  return sentence === '' ? 'Little is known of it yet' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The middle half of returning buyers, e.g. `about 30 days (21 to 44)`. */
export function gapWords(quartileDays: readonly number[] | null): string {
  const [from, median, to] = quartileDays ?? [];
  if (from === undefined || median === undefined || to === undefined) return '–';
  return `${countOf(median, 'day')} (${from} to ${to})`;
}

function repeatWords({ repeatBuyers, buyers }: Evidence): string {
  return `${repeatBuyers} of ${countOf(buyers, 'buyer')}`;
}

function isReason(word: string): word is VerdictReason {
  return word in WORDS;
}
