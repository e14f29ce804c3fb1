import type { Lot } from './lots';
import type { Measure } from './measure';
import { isContent } from './own-measures';
import { isYield } from './things';
import { isPlainCount } from './units';

/**
 * How many packs there are: `6Pk 6X32g`, `lot de 4, 4 x 150 ml`: the same number said twice counts once. `19 oz, 3-count` is
 * three of them; `HDMI x 2 USB x 2` are parts of one,
 * and so are the slices of `cheese x8 2 x 200 g`.
 */
export function packsOf(measures: readonly Measure[], times: number, lots: readonly Lot[]): number {
  const isOfParts = times > 1 || measures.filter((measure) => measure.name === 'x').length > 1;
  const firstSize = measures.findIndex(isContent);
  const counts = measures.filter((measure, at) => {
    if (measure.isHyphened) return firstSize >= 0 && firstSize < at;
    return measure.unit.kind === 'packs' && !(isOfParts && measure.name === 'x');
  });
  const others = new Set([...counts.map((measure) => measure.value), ...lots.map((lot) => lot.count)]);
  others.delete(times);
  return [...others].reduce((all, count) => all * count, times);
}

/** The measure that is all packs': `96 count (4 packs of 24)`, `48 capsules (3 packs, 3 x 16)`, `8 packs (8 x 800 g)`. */
export function wholeOf(measures: readonly Measure[], packs: number): Measure | undefined {
  const told = measures.find((measure) => measure.isTotal);
  if (told) return told;
  const product = measures.find((measure) => measure.times > 1 && (packs === 1 || measure.times === packs));
  if (
    product &&
    measures.every((measure) => isTimes(product, 1, measure) || isTimes(product, product.times, measure))
  )
    return product;
  return packs < 2
    ? undefined
    : measures.find((whole) => measures.some((measure) => isTimes(whole, packs, measure)));
}

function isTimes(whole: Measure, times: number, part: Measure): boolean {
  const ratio = (whole.value * whole.unit.factor) / (times * part.value * part.unit.factor);
  return whole.unit.kind === part.unit.kind && Math.abs(ratio - 1) < 0.02;
}

/**
 * From so many on, a count that equals that of packs is theirs: `80 tea bags 80pk`; `2-pack 2 stuks` as well, while
 * `6 pack 6 count` is 36.
 */
const SAME_COUNT = 10;

/** `4 bottles (240 capsules)`: what all packs hold together. */
export function isSaidOfAll(
  items: Measure,
  { times, packs }: { readonly times: number; readonly packs: number },
  measures: readonly Measure[],
): boolean {
  if (times > 1 || packs < 2) return false;
  if (items.isInBrackets && isYield(items.name)) return true;
  const isPackInBrackets = measures
    .slice(measures.indexOf(items))
    .some((measure) => measure.unit.kind === 'packs' && measure.isInBrackets);
  const isTold = packs >= SAME_COUNT || (isPlainCount(items.name) && !/^c(?:oun)?ts?$/.test(items.name));
  if (items.value === packs && isTold) return true;
  return (
    (items.isInBrackets || isPackInBrackets) && items.value % packs === 0 && items.value / packs >= SAME_COUNT
  );
}
