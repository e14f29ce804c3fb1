import { countedAt, decimal, numberAt, sumAt, unitAt, valueIn, type NumberAt } from './pack-size-numbers';
import type { Token } from './pack-size-tokens';
import {
  COLLECTIONS,
  FREE,
  isCounted,
  isSeveral,
  NUTRIENTS,
  unitNamed,
  UP_TO,
  type Unit,
} from './pack-size-units';

/** A number with its unit, as it stands in a text. */
export interface Measure {
  readonly value: number;
  readonly unit: Unit;
  /** The word that names the unit. */
  readonly name: string;
  /** What stands between it and the measure before: it may be the same size again. */
  readonly isApart: boolean;
  readonly isInBrackets: boolean;
  /** `9-14 kg`, `bis 10 kg`, `15 kg+`: a weight that may be the wearer's. */
  readonly isLimit: boolean;
  /** `25 g protein`, `5 g per scoop`: what a portion holds. */
  readonly isPortion: boolean;
  /** Words stand between the number and what is counted: `60 veg capsules`. */
  readonly isFar: boolean;
}

export interface Reading {
  readonly measures: readonly Measure[];
  /** `6 x`, `x 6`, `6/`, `pack of 6`: how many times the rest is in the box. */
  readonly times: number;
}

const MOST_PACKS = 500;

/** `x 6` behind a measure is packs; `x80` before a thing that is not known is a count of them. */
const MOST_UNNAMED_PACKS = 24;

/** `4 x 6` is a photograph's size. */
const SMALLEST_BARE = 20;

/** Numbers with units, and how many times they are in the box. Numbers without (article numbers, sizes) are passed over. */
export function readMeasures(tokens: readonly Token[]): Reading {
  const measures: Measure[] = [];
  let times = 1;
  let isApart = false;
  let open = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.text === '(' || token.text === '[') open += 1;
    if (token.text === ')' || token.text === ']') open -= 1;
    if (token.kind !== 'number') {
      const count = collection(tokens, at);
      if (count !== null) {
        times *= count;
        at += 2;
      }
      isApart ||= token.kind === 'sign';
      continue;
    }
    const number = sumAt(tokens, at);
    const multiple = open > 0 && measures.length > 0 ? null : multipleAt(tokens, at);
    if (multiple !== null && number.next === at + 1) {
      times *= multiple.times;
      at = multiple.next - 1;
      continue;
    }
    const unit = measureAt(tokens, at, number, measures.at(-1)) ?? bareAt(tokens, at, number);
    if (!unit) {
      at = number.next - 1;
      continue;
    }
    if (unit.isEach) times *= unit.value;
    else if (!unit.isGift && isPlausible(unit.value, unit.unit)) {
      const last = measures.at(-1);
      if (last && isAddedTo(tokens, at, last, unit.unit))
        measures[measures.length - 1] = { ...last, value: last.value + unit.value };
      else measures.push({ ...unit, isApart, isInBrackets: open > 0 });
    }
    isApart = false;
    at = unit.next - 1;
  }
  return { measures, times };
}

interface MeasureAt extends Omit<Measure, 'isApart' | 'isInBrackets'> {
  readonly next: number;
  /** `10 sachets x 5 g`: of what follows. */
  readonly isEach: boolean;
  /** `free 6 pcs`, of what is not the pack's own. */
  readonly isGift: boolean;
}

function measureAt(
  tokens: readonly Token[],
  at: number,
  number: NumberAt,
  last: Measure | undefined,
): MeasureAt | null {
  const near = unitAt(tokens, number.next) ?? giftUnit(tokens, at, number.next, last);
  const found = near ?? countedAt(tokens, number);
  if (!found) return null;
  const value = valueIn(number.text, found.unit, number.value);
  return {
    value,
    unit: found.unit,
    name: found.name,
    next: found.next,
    isFar: near === null,
    isEach: isCountOf(value, found.unit) && isEachOf(tokens, found.next),
    isGift: isGiven(tokens, at, found.next),
    isLimit: isLimit(tokens, at, { ...number, after: found.next, value, unit: found.unit }),
    isPortion: isPortion(tokens, found.next, { amount: value * found.unit.factor, unit: found.unit }),
  };
}

/** The 72 of `wipes 4 x 72`: what a thing named before is counted by, with nothing behind. */
function bareAt(tokens: readonly Token[], at: number, { value, next }: NumberAt): MeasureAt | null {
  const isMultiple = tokens[at - 1]?.text === 'x' && tokens[at - 2]?.kind === 'number';
  const isLast = tokens[next] === undefined || tokens[next]?.text === ')';
  const name = tokens.slice(0, at).find(({ text }) => isSeveral(text))?.text;
  if (!isMultiple || !isLast || name === undefined || value < SMALLEST_BARE) return null;
  const flags = { isFar: false, isEach: false, isGift: false, isLimit: false, isPortion: false };
  return { value, unit: unitNamed(name)!, name, next, ...flags };
}

const isCountOf = (value: number, { kind }: Unit) =>
  kind === 'items' && Number.isInteger(value) && value <= MOST_PACKS;

/** `x 5 g`, `à 5 g`, `of 5 g` behind what is counted. */
function isEachOf(tokens: readonly Token[], at: number): boolean {
  const joins = ['x', 'a', 'of', 'de', 'je', 'da', 'von', '@'];
  if (!joins.includes(tokens[at]?.text ?? '') || tokens[at + 1]?.kind !== 'number') return false;
  const kind = unitAt(tokens, numberAt(tokens, at + 1).next)?.unit.kind;
  return kind === 'g' || kind === 'ml';
}

/** `80 wipes + 20 wipes`, `500 ml + 100 ml`; not `shampoo 250 ml + conditioner 250 ml`. */
function isAddedTo(tokens: readonly Token[], at: number, last: Measure, unit: Unit): boolean {
  return tokens[at - 1]?.text === '+' && last.unit.kind === unit.kind && last.unit.factor === unit.factor;
}

/** `+ 20 free`: of what the measure before counts. */
function giftUnit(tokens: readonly Token[], at: number, next: number, last: Measure | undefined) {
  const isGift = tokens[at - 1]?.text === '+' && FREE.has(tokens[next]?.text ?? '');
  return isGift && last ? { unit: last.unit, name: last.name, next: next + 1 } : null;
}

/** `(free 6 pcs)`, `6 pcs free`; what is added by a plus sign is in the pack. */
function isGiven(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  if (before === '+' || before === 'extra') return false;
  return FREE.has(before) || (FREE.has(tokens[next]?.text ?? '') && !tokens[next + 1]);
}

function isLimit(
  tokens: readonly Token[],
  at: number,
  number: NumberAt & { readonly after: number; readonly unit: Unit },
): boolean {
  if (number.unit.kind !== 'g') return false;
  if (tokens[number.after]?.text === '+') return true;
  const [before, earlier] = [tokens[at - 1], tokens[at - 2]];
  if (before && (UP_TO.has(before.text) || before.text === '<' || before.text === '>')) return true;
  if (before?.text === 'a' && tokens[at - 3]?.text === 'jusqu') return true;
  const from = earlier?.kind === 'number' || earlier?.kind === 'word' ? earlier : tokens[at - 3];
  const isHyphen = before?.text === '-' && from !== undefined && /^\d/.test(from.text);
  return isHyphen && number.unit.factor > 400 && decimal(from.text) < number.value;
}

/** Nobody packs 25 g of protein; 1 kg of protein powder is a pack. */
const LARGEST_PORTION = 60;

function isPortion(
  tokens: readonly Token[],
  next: number,
  { amount, unit }: { readonly amount: number; readonly unit: Unit },
): boolean {
  const [after, then] = [tokens[next]?.text ?? '', tokens[next + 1]?.text ?? ''];
  const isPer = ['per', 'pro', 'je', 'par', 'por', '/'].includes(after);
  const isOfOne = isPer && (isCounted(then) || ['day', 'tag', 'jour', 'scoop', 'cap'].includes(then));
  if (unit.kind === 'items') return isOfOne;
  const isOf = ['of', 'de', 'di'].includes(after);
  return amount <= LARGEST_PORTION && (isOfOne || NUTRIENTS.has(isOf ? then : after));
}

/** `6 x` before a number, `x 6` after a measure, `6/12 oz`, `6-12 oz`. */
function multipleAt(tokens: readonly Token[], at: number): { times: number; next: number } | null {
  const count = Number(tokens[at]!.text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PACKS) return null;
  const [before, after, then] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (after?.text === 'x' && then?.kind === 'word') {
    const thing = unitNamed(then.text) ?? countedAt(tokens, { value: count, next: at + 2 })?.unit;
    return thing ? null : { times: count, next: at + 2 };
  }
  if (after?.text === 'x') {
    const isBare = then?.kind === 'number' && bareAt(tokens, at + 2, numberAt(tokens, at + 2)) !== null;
    return isBare || isContent(tokens, at + 2) ? { times: count, next: at + 2 } : null;
  }
  if (before?.text === 'x' && tokens[at - 2]?.kind === 'word' && !unitAt(tokens, at + 1)) {
    const isCount = after?.kind === 'word' && count > MOST_UNNAMED_PACKS;
    const thing = countedAt(tokens, { value: count, next: at + 1 });
    return thing || isCount ? null : { times: count, next: at + 1 };
  }
  if (before?.text === 'x' && tokens[at - 2]?.kind === 'number') return null;
  if ((after?.text !== '/' && after?.text !== '-') || then?.kind !== 'number') return null;
  const each = numberAt(tokens, at + 2);
  const unit = unitAt(tokens, each.next)?.unit;
  if (!isContent(tokens, at + 2) || !unit) return null;
  if (isRange(count, each.value, { unit, isSlash: after.text === '/' })) return null;
  return { times: count, next: at + 2 };
}

/** `12-14 lb`, `80-88 ct`, `80/88 ct`, `10-12 oz`, `9-14 kg` are ranges; `24-12 oz`, `6-1 lb`, `2/20 ct` are packs. */
function isRange(from: number, to: number, by: { readonly unit: Unit; readonly isSlash: boolean }): boolean {
  if (from >= to) return false;
  const isNear = to < 1.6 * from;
  if (by.unit.kind === 'items') return isNear || !by.isSlash;
  return !by.isSlash && (by.unit.factor > 400 || (isNear && from >= 4));
}

/** "4 x 100 g" holds four times as much; "5 x 7" and "4 x 6 in" are measures of length. */
function isContent(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false;
  const number = numberAt(tokens, at);
  const kind = (unitAt(tokens, number.next) ?? countedAt(tokens, number))?.unit.kind;
  if (kind !== undefined) return kind !== 'extent' && kind !== 'dose';
  return tokens[number.next]?.text === 'x' && isContent(tokens, number.next + 1);
}

/** "pack of 6", "lot de 3" at a word. */
function collection(tokens: readonly Token[], at: number): number | null {
  const [what, of, number] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (!COLLECTIONS.has(what.text) || !of || !/^(?:of|de|da|mit|a)$/.test(of.text)) return null;
  const count = number?.kind === 'number' ? Number(number.text) : NaN;
  if (!Number.isInteger(count) || count < 1 || count > MOST_PACKS) return null;
  return unitAt(tokens, at + 3) || countedAt(tokens, { value: count, next: at + 3 }) ? null : count;
}

function isPlausible(value: number, unit: Unit): boolean {
  if (!(value > 0) || !Number.isFinite(value)) return false;
  if (unit.kind === 'packs') return Number.isInteger(value) && value <= MOST_PACKS;
  return unit.kind === 'items' ? value <= 20_000 : value * unit.factor <= 1e7;
}
