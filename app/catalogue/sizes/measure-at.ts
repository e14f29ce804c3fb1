import { bareAt, packsAt, perBoxAt, unitBeforeAt, type CountAt } from './bare-counts';
import { isEachOf } from './counts';
import { isDoseOfForm, isSlashedStrength } from './forms';
import type { Measure } from './measure';
import { countedAt, unitAt, valueIn, type NumberAt } from './numbers';
import {
  isBetweenStrokes,
  isConcentration,
  isGiven,
  isLimit,
  isPlaces,
  isPortion,
  isRangeOfYields,
  isRate,
  isSaidTotal,
  isShade,
  isTaken,
} from './strangers';
import type { Token } from './token';
import { FREE } from './units';

const MOST_PACKS = 500;

/** A measure where it is read, before its place among the others is known. */
interface MeasureAt extends Omit<
  Measure,
  'isApart' | 'isBehind' | 'isInBrackets' | 'isMultiplied' | 'times'
> {
  readonly next: number;
  /** `10 sachets x 5 g`: of what follows. */
  readonly isEach: boolean;
  /** `free 6 pcs`, `max. 20 kg`, `20 mg/2 ml`, `for 6 cups`: not the pack's own. */
  readonly isGift: boolean;
}

/** The measure that a number begins, or null: numbers without a unit are passed over. */
export function measureAt(
  tokens: readonly Token[],
  at: number,
  number: NumberAt,
  { last, isAdded }: { readonly last: Measure | undefined; readonly isAdded: boolean },
): MeasureAt | null {
  const inBox = perBoxAt(tokens, number);
  if (inBox) return alone(inBox);
  const near = unitAt(tokens, number.next) ?? giftUnit(tokens, at, number.next, last);
  const found = near ?? countedAt(tokens, number);
  if (!found || (found.unit.kind === 'packs' && number.value > MOST_PACKS))
    return alone(
      packsAt(tokens, at, number) ?? unitBeforeAt(tokens, at, number) ?? bareAt(tokens, at, number),
    );
  const value = valueIn(number.text, found.unit, number.value);
  return {
    value,
    unit: found.unit,
    name: found.name,
    next: found.next,
    isFar: near === null,
    isTotal: isSaidTotal(tokens, at),
    isHyphened: tokens[number.next]?.text === '-' && found.name === 'count',
    isEach: isEachOf(tokens, { value, ...found }),
    isGift:
      isGiven(tokens, at, found, isAdded) ||
      isDoseOfForm(tokens, at, found, value) ||
      isSlashedStrength(tokens, at, number) ||
      isBetweenStrokes(tokens, at, found) ||
      isTaken(tokens, at, found.next) ||
      isRate(tokens, found.next) ||
      isConcentration(tokens, at, found.next, found.unit) ||
      isPlaces(tokens, at, found) ||
      isRangeOfYields(tokens, at, found) ||
      isShade(tokens, found, value),
    isLimit: isLimit(tokens, at, { ...number, after: found.next, value, unit: found.unit }),
    isPortion: isPortion(tokens, at, {
      after: found.next,
      amount: value * found.unit.factor,
      unit: found.unit,
    }),
  };
}

const alone = (count: CountAt | null): MeasureAt | null =>
  count && {
    ...count,
    isFar: false,
    isTotal: false,
    isHyphened: false,
    isEach: false,
    isGift: false,
    isLimit: false,
    isPortion: false,
  };

/** `+ 20 free`: of what the measure before counts. */
function giftUnit(tokens: readonly Token[], at: number, next: number, last: Measure | undefined) {
  const isGift = tokens[at - 1]?.text === '+' && FREE.has(tokens[next]?.text ?? '');
  return isGift && last && (last.unit.kind === 'items' || last.unit.kind === 'packs')
    ? { unit: last.unit, name: last.name, next: next + 1 }
    : null;
}
