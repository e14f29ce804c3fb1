import { contentOf, itemsOf, type Content } from './content';
import { readMeasures } from './measures';
import type { Measure } from './measure';
import { ownMeasures } from './own-measures';
import { isSaidOfAll, packsOf } from './packs';
import { isInPots, isOfPieces } from './piece-foods';
import { isOneBottle, isOneOf, leastContent } from './things';
import { isDoubtful } from './thousands';
import type { Token } from './token';
import { tokensOf } from './tokens';
import { isOunceOfEach, isTotal } from './total';
import { ALONE, ALONE_AT_END, isPlainCount, unitNamed } from './units';

/** What one text says of a size. */
export interface TextSize {
  /** Of one pack, or of all of them together (`packs` 1); null when only packs are told. */
  readonly content: { readonly amount: number; readonly unit: Content['unit'] } | null;
  readonly packs: number;
  /** Packs that stand next to the content (`24 x 1 l`), which no size speaks against. */
  readonly sure: number;
}

/** The size that a text speaks of, or null. Linear in its length. */
export function readText(text: string): TextSize | null {
  const tokens = tokensOf(text);
  const reading = readMeasures(tokens);
  const { times, lots } = reading;
  const measures = ownMeasures(tokens, reading);
  const packs = packsOf(measures, times, lots);
  const counts = { times: lots.reduce((product, { count }) => product * count, times), packs };
  const content = contentOf(measures, packs);
  const items = itemsOf(measures, packs);
  if (content && !(items && isHeldByOne(measures))) {
    const isOfItems = items?.measure.isMultiplied === true && !content.measure.isMultiplied;
    const isAll =
      content.isWhole ||
      isOfItems ||
      isTotal(measures, counts, { isOfPieces: () => isOfPieces(tokens), isInPots: () => isInPots(tokens) });
    const { unit } = content;
    const isBefore = items !== null && measures.indexOf(content.measure) < measures.indexOf(items.measure);
    const amount =
      content.amount * (items && !content.isWhole ? perPiece(content, items.measure, tokens, isBefore) : 1);
    return {
      content: { amount, unit },
      packs: isAll ? 1 : packs,
      sure: content.isMetric ? (lots.length > 0 ? packs : times) : 1,
    };
  }
  // Of a size that is said and not understood, no count is told either.
  if (tokens.some(isDoubtful)) return null;
  if (items) {
    const isAll = items.isWhole || isSaidOfAll(items.measure, counts, measures);
    return { content: items, packs: isAll ? 1 : packs, sure: times };
  }
  const isOnePack = lots.length > 0 || measures.some(({ unit }) => unit.kind === 'packs');
  if (packs > 1 || isOnePack) return { content: null, packs, sure: packs };
  const alone = sizeAlone(tokens);
  return alone && { content: alone, packs: 1, sure: 1 };
}

const MOST_BOTTLES = 24;

/** What a shopper carries home, in grams or millilitres; a product that is more is a guess gone wrong. */
const LARGEST_OF_PIECES = 40_000;

/** `20 ampoules 5 ml`, `5 Ampullen 10 ml`, `200 ml 5 Stück`: too little for all of them, or just what one holds, so it is each one's. */
function perPiece(
  { amount, unit, measure }: Content,
  { name, value }: Measure,
  tokens: readonly Token[],
  isBefore: boolean,
): number {
  if (isPlainCount(name) && !measure.isMultiplied && isOunceOfEach(measure, value, isBefore)) return value;
  const isBottles = isBefore && isPlainCount(name) && isOneBottle(amount) && value <= MOST_BOTTLES;
  const isOnes = unit === 'ml' && (isBottles || (measure.isBehind && isOneOf(name, amount)));
  const isEach = isOnes || amount / value < leastContent(name, tokens);
  return isEach && amount * value <= LARGEST_OF_PIECES ? value : 1;
}

/** `20 CT/13 GAL`, bags: what each of them takes, not what is in them. */
function isHeldByOne(measures: readonly Measure[]): boolean {
  return measures.some(
    (measure) => measure.unit.kind === 'ml' && !measure.unit.isMetric && measure.unit.factor > 900,
  );
}

function sizeAlone(tokens: readonly Token[]): TextSize['content'] {
  const [first, second] = tokens;
  const half = first?.text === 'half' && tokens.length === 2;
  const isAll = half || tokens.length === 1;
  const name = (isAll ? (half ? second : first) : tokens.at(-1))?.text ?? '';
  const unit = (isAll ? ALONE : ALONE_AT_END).has(name) ? unitNamed(name) : undefined;
  if (tokens.at(-2)?.kind === 'number') return null;
  if (!unit || unit.kind === 'extent' || unit.kind === 'dose' || unit.kind === 'packs') return null;
  return { amount: unit.factor * (half ? 0.5 : 1), unit: unit.kind };
}
