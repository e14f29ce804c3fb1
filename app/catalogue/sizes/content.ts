import { isForm } from './forms';
import type { Measure } from './measure';
import { isContent } from './own-measures';
import { wholeOf } from './packs';
import { isSeveral, isYield } from './things';
import { isPlainCount } from './units';

export interface Content {
  readonly amount: number;
  readonly unit: 'g' | 'ml' | 'items';
  readonly isMetric: boolean;
  /** It is said to be that of all packs. */
  readonly isWhole: boolean;
  /** What it was read from. */
  readonly measure: Measure;
}

/** Two sizes this near are one size said twice: `12 oz / 340 g`, `2 pints 1.13 l` of the larger British pints. */
const SAME_SIZE = 1.22;

/** `tabs 20 g 1 kg`: from so many times on, the first is what one piece of the second weighs. */
const MANY_PIECES = 5;

/** Weight or volume, outside brackets first; `1 lb 4 oz` added up, a metric size before the same one in ounces. */
export function contentOf(measures: readonly Measure[], packs: number): Content | null {
  const contents = measures.filter(isContent);
  const whole = wholeOf(contents, packs);
  const first = whole ?? contents.find((measure) => !measure.isInBrackets) ?? contents[0];
  if (!first) return null;
  const own = contentIn(first);
  if (whole) return { ...own, isWhole: true };
  const second = contents[contents.indexOf(first) + 1];
  if (!second) return own;
  const other = contentIn(second);
  const isSameKind = second.unit.kind === first.unit.kind;
  if (isSameKind && second.isBehind && second.unit.isMetric && other.amount >= MANY_PIECES * own.amount)
    return other;
  const isRest = !second.isApart && isSameKind && second.unit.factor < first.unit.factor;
  if (isRest && other.amount < first.unit.factor) return { ...own, amount: own.amount + other.amount };
  const isSame = Math.max(own.amount / other.amount, other.amount / own.amount) < SAME_SIZE;
  return isSame && second.unit.isMetric && !first.unit.isMetric ? other : own;
}

/**
 * What is said to be all, else what is counted, next to its number before further off; a plain count (`60 St`) before a
 * strength and before a name's number (`Flex 7 plaster 5 pcs`).
 */
export function itemsOf(measures: readonly Measure[], packs: number): Content | null {
  const items = measures.filter((measured) => measured.unit.kind === 'items');
  const whole = wholeOf(items, packs);
  if (whole) return { ...contentIn(whole), isWhole: true };
  const named = items.filter((measured) => !isYield(measured.name));
  const thing = named.find((measured) => !measured.isFar && !isPlainCount(measured.name));
  const plain = named.find((measured) => isPlainCount(measured.name) && measured.value > 1);
  const isPlain =
    plain &&
    (!thing ||
      !isSeveral(thing.name) ||
      isStrength(thing.value) ||
      plain.value > thing.value ||
      isListed(thing, plain));
  const measure =
    (isPlain ? plain : thing) ?? named.find((measured) => !measured.isFar) ?? named[0] ?? items[0];
  return measure ? contentIn(measure) : null;
}

/** `RETARD 40 TABLETTEN 30 ST`: right behind its form, a pharmacy's list says how many, and a strength before. */
const isListed = (form: Measure, { value, isBehind, name }: Measure): boolean =>
  isForm(form.name) && isBehind && /^(?:st|stk|stck|stuck)$/.test(name) && value >= FEWEST_LISTED;

const FEWEST_LISTED = 5;

/** `Magnesium 400 Kapseln 60 St`: milligrams, forgotten. */
const isStrength = (value: number) => value >= 100 && value % 50 === 0;

const contentIn = (measure: Measure): Content => ({
  amount: measure.value * measure.unit.factor,
  unit: measure.unit.kind as Content['unit'],
  isMetric: measure.unit.isMetric,
  isWhole: false,
  measure,
});
