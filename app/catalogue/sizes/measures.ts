import type { Measure } from './measure';
import { multipleAt } from './counts';
import { isForm } from './forms';
import { collectionAt, type Lot } from './lots';
import { measureAt } from './measure-at';
import { sumAt } from './numbers';
import { isCartridge, MOST_CARTRIDGES } from './things';
import { isDrained } from './strangers';
import type { Token } from './token';

export interface Reading {
  readonly measures: readonly Measure[];
  /** `6 x`, `330 ml x 6`, `6/`: how many times the rest is in the box. */
  readonly times: number;
  /** `pack of 6`, `lot de 3`: the same, and often said once more. */
  readonly lots: readonly Lot[];
}

/** Numbers with units, and how many times they are in the box. Numbers without (article numbers, sizes) are passed over. */
export function readMeasures(tokens: readonly Token[]): Reading {
  const measures: Measure[] = [];
  const lots: Lot[] = [];
  let times = 1;
  let isApart = false;
  let isAdded = false;
  let isMultiplied = false;
  let endOfLast = -1;
  let signAt = -1;
  let open = 0;
  let inBrackets = 1;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.text === '(' || token.text === '[') open += 1;
    if (token.text === ')' || token.text === ']') open -= 1;
    if (open === 0) inBrackets = 1;
    if (token.kind !== 'number') {
      const collection = collectionAt(tokens, at);
      if (collection !== null) {
        lots.push(collection.lot);
        at = collection.next - 1;
      }
      isApart ||= token.kind === 'sign';
      if (token.text === '+' || token.text === '&') {
        isAdded = true;
        signAt = at;
      }
      continue;
    }
    if (isDrained(tokens, at)) continue;
    const number = sumAt(tokens, at);
    const multiple = multipleAt(tokens, at, number);
    if (multiple !== null) {
      const held = measures.at(-1);
      if (open > 0 && held?.isInBrackets && tokens[at - 1]!.text === 'x')
        measures[measures.length - 1] = timesIn(held, multiple.times);
      else if (open > 0 && measures.length > 0) inBrackets *= multiple.times;
      else {
        times *= multiple.times;
        isMultiplied = true;
      }
      at = multiple.next - 1;
      continue;
    }
    const found = measureAt(tokens, at, number, {
      last: measures.at(-1),
      isAdded: isAdded || number.text === '',
    });
    if (!found) {
      at = number.next - 1;
      continue;
    }
    if (found.isEach) {
      times *= found.value;
      isMultiplied = true;
    } else if (!found.isGift && isPlausible(found)) {
      const last = measures.at(-1);
      const isNextToSign = isAdded && (signAt === endOfLast || signAt === at - 1) && open === 0;
      const sum = last && isNextToSign ? added(last, found) : null;
      if (sum) measures[measures.length - 1] = sum;
      else
        measures.push({
          ...found,
          ...{ value: found.value * inBrackets, times: inBrackets },
          ...{ isApart, isBehind: endOfLast === at, isMultiplied, isInBrackets: open > 0 },
        });
    }
    isApart = false;
    isAdded = false;
    if (!found.isEach) isMultiplied = false;
    endOfLast = found.next;
    at = found.next - 1;
  }
  return { ...withLots(measures, lots), times };
}

/** `(1 l x 6)` */
const timesIn = (measure: Measure, times: number): Measure => ({
  ...measure,
  value: measure.value * times,
  times: measure.times * times,
});

/** `pack 3` beside a count of things may be a size; `B/30` is a count itself, and `3 comp. 1 g` before it a strength. */
function withLots(measures: readonly Measure[], lots: readonly Lot[]): Omit<Reading, 'times'> {
  const [box] = lots.filter(({ isBox }) => isBox);
  const own = box ? measures.filter((measure) => !isStrengthBeside(measure, box)) : measures;
  const isCounted = own.some(({ unit }) => unit.kind === 'items');
  return {
    measures: own,
    lots: lots.filter((lot) => (lot.isBox ? lot === box : !(lot.isBare && isCounted))),
  };
}

const isStrengthBeside = ({ unit, name, value }: Measure, box: Lot): boolean =>
  unit.kind === 'items' && isForm(name) && value !== box.count;

/** `80 wipes + 20 wipes`, `1 l + 500 ml`, `shampoo 250 ml + conditioner 250 ml`: in the first one's unit. */
function added(last: Measure, { value, unit }: Pick<Measure, 'value' | 'unit'>): Measure | null {
  const isAlike = last.unit.factor === unit.factor || (last.unit.isMetric && unit.isMetric);
  if (last.unit.kind !== unit.kind || unit.kind === 'packs' || !isAlike) return null;
  return { ...last, value: last.value + (value * unit.factor) / last.unit.factor };
}

const MOST_PACKS = 500;
const MOST_DECILITRES = 60;

function isPlausible({ value, unit, name }: Pick<Measure, 'value' | 'unit' | 'name'>): boolean {
  if (isCartridge(name) && value > MOST_CARTRIDGES) return false;
  if (!(value > 0) || !Number.isFinite(value)) return false;
  if (unit.kind === 'packs') return Number.isInteger(value) && value <= MOST_PACKS;
  if (unit.kind === 'items') return Number.isInteger(value * unit.factor) && value <= 20_000;
  // A battery's `2025 DL`.
  if (unit.factor === 100 && unit.kind === 'ml' && value > MOST_DECILITRES) return false;
  // An article number that ends in G.
  if (unit.factor === 1 && value > 9999 && value % 100 !== 0) return false;
  return value * unit.factor <= 1e7;
}
