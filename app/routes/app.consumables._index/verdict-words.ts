import type { VerdictReason } from '../../consumables/judge-product';
import type { ConsumableRow } from '../../refills/products/list-consumables.server';
import type { ReturnCurve } from '../../consumables/return-curve';
import { countOf, formatNumber } from '../../ui/format-values';

type Kind = Pick<ConsumableRow, 'kind' | 'kindFrom' | 'kindWords'>;
type Evidence = Kind & Pick<ConsumableRow, 'relatives' | 'buyers' | 'repeatBuyers'>;

const WORDS: Readonly<Record<VerdictReason, (evidence: Evidence) => string>> = {
  'gift-card': () => 'Gift cards are never consumables',
  digital: () => 'Not shipped, so nothing is used up',
  'bought-again': (evidence) => `${repeatWords(evidence)} bought it again`,
  'rarely-bought-again': rarelyWords,
  'relatives-bought-again': (evidence) => `${relativesWords(evidence)} are bought again`,
  'relatives-rarely-bought-again': (evidence) => `${relativesWords(evidence)} are rarely bought again`,
  'kind-used-up': (evidence) => `of a kind that gets used up (${kindWithSource(evidence)})`,
  'kind-not-used-up': (evidence) => `of a kind that lasts (${kindWithSource(evidence)})`,
  'shop-sells-used-up': () => 'most of what your shop sells gets used up',
  'shop-sells-lasting': () => 'most of what your shop sells lasts',
  'subscription-offer': () => 'sold as a subscription',
  'pack-size': () => 'sold by weight, volume or count',
  regular: () => 'bought again at even gaps',
  irregular: () => 'bought at irregular times, like a gift',
  'little-known': () => 'little is known of it yet',
};

function rarelyWords(evidence: Evidence): string {
  const { buyers, repeatBuyers } = evidence;
  if (repeatBuyers > 0)
    return `${2 * repeatBuyers < buyers ? 'only ' : ''}${repeatWords(evidence)} bought it again`;
  if (buyers === 0) return 'nobody has bought it again yet';
  return buyers === 1
    ? 'its only buyer has not bought it again'
    : `none of ${countOf(buyers, 'buyer')} bought it again`;
}

/** The others of a product's family, e.g. `others of the category “Coffee”`. */
export function relativesWords({ relatives }: Pick<Evidence, 'relatives'>): string {
  if (relatives === null) return 'others of its sort';
  const what = relatives.by === 'category' ? 'category' : 'product type';
  return `others of the ${what} “${relatives.name}”`;
}

/** The kind and where it was read, e.g. `coffee, by its Shopify category “Coffee”`. */
export function kindWithSource({ kind, kindFrom, kindWords }: Kind): string {
  switch (kindFrom) {
    case 'category':
      return kindWords === ''
        ? `${kind}, by its Shopify category`
        : `${kind}, by its Shopify category “${kindWords}”`;
    case 'type':
      return kindWords === ''
        ? `${kind}, by its product type`
        : `${kind}, by its product type “${kindWords}”`;
    case 'title':
      return `${kind}, which its title resembles`;
    case 'tags':
      return `${kind}, which its tags resemble`;
    case null:
      return kind;
  }
}

/** The evidence behind the model's verdict, the strongest first, as sentences. */
export function reasonLines(row: Evidence & Pick<ConsumableRow, 'reasons'>): readonly string[] {
  const words = row.reasons.flatMap((reason) => (isReason(reason) ? [WORDS[reason](row)] : []));
  return (words.length > 0 ? words : [WORDS['little-known'](row)]).map(capitalised);
}

/** The strongest of it as one sentence. */
export function verdictWords(row: Evidence & Pick<ConsumableRow, 'reasons'>): string {
  const [first = '', ...rest] = reasonLines(row).slice(0, 3);
  return [first, ...rest.map((words) => words.charAt(0).toLowerCase() + words.slice(1))].join('; ');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The middle half of returning buyers, e.g. `about 30 days (21 to 44)`. */
export function gapWords(quartileDays: readonly number[] | null): string {
  const [from, median, to] = quartileDays ?? [];
  if (from === undefined || median === undefined || to === undefined) return '–';
  return `${countOf(median, 'day')} (${from} to ${to})`;
}

/** What the small curve shows, e.g. `Half of returning buyers are back by day 30, nine in ten by day 60`. */
export function curveWords({ binDays, shares }: ReturnCurve): string {
  const by = (share: number) => {
    const bin = shares.findIndex((backByThen) => backByThen >= share);
    return bin < 0 ? null : (bin + 1) * binDays;
  };
  const [half, most] = [by(0.5), by(0.9)];
  if (half === null) return 'Fewer than half of returning buyers are back within the time shown';
  const tail = most === null ? '' : `, nine in ten by day ${most}`;
  return `Half of returning buyers are back by day ${half}${tail}`;
}

/** The model's chance that it is a consumable; never quite certain. */
export function scoreWords(score: number): string {
  return `${Math.min(99, Math.max(1, Math.round(score * 100)))}%`;
}

function repeatWords({ repeatBuyers, buyers }: Evidence): string {
  return `${formatNumber(repeatBuyers)} of ${countOf(buyers, 'buyer')}`;
}

function isReason(word: string): word is VerdictReason {
  return Object.hasOwn(WORDS, word);
}
