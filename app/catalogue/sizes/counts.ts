import {
  isBoughtByCount,
  isCupful,
  isFlat,
  isMagnifier,
  isRoll,
  isServed,
  isSeveral,
  isShapeless,
  isSheet,
} from './things';
import { countedAt, numberAt, unitAt, type NumberAt, type UnitAt } from './numbers';
import type { Token } from './tokens';
import { COLLECTIONS, FREE, isPlainCount, unitNamed, type Unit } from './units';

const MOST_PACKS = 500;

/** `x 6` behind a name is packs; `x80` before a thing that is not known is a count of them. */
const MOST_UNNAMED_PACKS = 24;

/** `Set 10` may be ten; `Set 423` has a name. */
const MOST_BARE_LOT = 200;

/** `4 x 6` is a photograph's size. */
const SMALLEST_BARE = 20;

/** `nappies 4` is a size, `wipes 64` a count. */
const FEWEST_BARE = 10;
const MOST_BARE = 1000;

/** Between what is counted and what each of it holds: `20 Beutel à 3 g`. */
const JOINTS: ReadonlySet<string> = new Set([
  ...['x', 'a', 'of', 'de', 'je', 'da', 'di', 'von', 'mit', 'van', 'con', '@'],
]);

/** A count that no word for what is counted stands behind. */
export interface CountAt {
  readonly value: number;
  readonly unit: Unit;
  readonly name: string;
  readonly next: number;
}

/** `120 x 50 mg`: so many of a strength. */
function isOfDoses(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'x' || tokens[at + 1]?.kind !== 'number') return false;
  return unitAt(tokens, numberAt(tokens, at + 1).next)?.unit.kind === 'dose';
}

/** The 72 of `wipes 4 x 72`, the 56 of `12 packs of 56`: what is counted stands before, and nothing behind. */
export function bareAt(
  tokens: readonly Token[],
  at: number,
  { value, next }: Omit<NumberAt, 'text'>,
): CountAt | null {
  if (isOfDoses(tokens, next)) return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (isOneAtEnd(tokens, at)) return { value, unit: unitNamed('ct')!, name: 'ct', next };
  const isLast = tokens[next] === undefined || [')', ']', ','].includes(tokens[next].text);
  if (!isLast || !Number.isInteger(value) || value < 2) return null;
  const [earlier, joint] = [tokens[at - 2], tokens[at - 1]?.text ?? ''];
  const isInPacks = earlier?.kind === 'word' && unitNamed(earlier.text)?.kind === 'packs';
  if (isInPacks && tokens[at - 3]?.kind === 'number' && JOINTS.has(joint) && joint !== 'x')
    return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (tokens[at - 1]?.kind === 'word' && isBoughtByCount(joint) && value >= FEWEST_BARE && value <= MOST_BARE)
    return { value, unit: unitNamed(joint)!, name: joint, next };
  if (joint === '(' && tokens[next]?.text === ')' && next === tokens.length - 1 && value <= MOST_BARE)
    return tokens.some(({ text }) => isServed(text))
      ? { value, unit: unitNamed('ct')!, name: 'ct', next }
      : null;
  if (joint !== 'x' || earlier?.kind !== 'number' || !/^\d+$/.test(earlier.text)) return null;
  const name = tokens.slice(0, at).find(({ text }) => isSeveral(text))?.text;
  if (name === undefined || (value < SMALLEST_BARE && !isShapeless(name))) return null;
  if (isFlat(name) && tokens[at - 3]?.text !== 'x' && value < LONGEST_TO_WIDTH * Number(earlier.text))
    return null;
  return { value, unit: unitNamed(name)!, name, next };
}

/** `toothbrush X1` closes with how many there are; `case for BMW X1` does not. */
const isOneAtEnd = (tokens: readonly Token[], at: number) =>
  at === tokens.length - 1 &&
  at > 2 &&
  tokens[at]!.text === '1' &&
  tokens[at]!.isGlued &&
  tokens[at - 1]!.text === 'x' &&
  !tokens.some(({ text }) => /^(?:for|fur|pour|para|per|voor)$/.test(text));

/** `30*30`, `20x30`, `16 x 40` are measures, `3 x 70` is three packs. */
const LONGEST_TO_WIDTH = 4;

/** The 6 of `beurre x6 240 g`, and `3 + 1 free`: so many packs; that of `dosettes x36` is a count. */
export function packsAt(
  tokens: readonly Token[],
  at: number,
  { value, next }: Omit<NumberAt, 'text'>,
): CountAt | null {
  if (!Number.isInteger(value) || value > MOST_PACKS) return null;
  const [earlier, after, then] = [tokens[at - 2], tokens[next], tokens[next + 1]];
  const packs = { unit: unitNamed('pack')!, name: 'x' };
  if (after?.text === '+' && then?.kind === 'number' && FREE.has(tokens[next + 2]?.text ?? ''))
    return { ...packs, value: value + Number(then.text), next: next + 3 };
  const isBehindName =
    earlier?.kind === 'word' ? !isMeasured(tokens, at - 2) : /^[(),-]$/.test(earlier?.text ?? '');
  if (
    tokens[at - 1]?.text !== 'x' ||
    !isBehindName ||
    value < 2 ||
    ((after?.kind === 'word' || (after?.text === '-' && after.isGlued)) && value > MOST_UNNAMED_PACKS)
  )
    return null;
  return isSeveral(earlier!.text)
    ? { value, unit: unitNamed('ct')!, name: 'ct', next }
    : { ...packs, value, next };
}

/** `x 5 g`, `à 10 Stück`, `of 20 bags` behind what is counted: of what follows. The sheets of a roll are no pack's count. */
export function isEachOf(tokens: readonly Token[], outer: UnitAt & { readonly value: number }): boolean {
  const { value, unit, name, next: at } = outer;
  if (unit.kind !== 'items' || !Number.isInteger(value) || value > MOST_PACKS) return false;
  if (!JOINTS.has(tokens[at]?.text ?? '') || tokens[at + 1]?.kind !== 'number') return false;
  const number = numberAt(tokens, at + 1);
  const inner = unitAt(tokens, number.next) ?? countedAt(tokens, number);
  if (inner?.unit.kind === 'items') return !(isRoll(name) && isSheet(inner.name));
  return inner?.unit.kind === 'g' || inner?.unit.kind === 'ml';
}

/** `6 x` before a number, `x 6` after a measure, `6 Schalen à`, `6/12 oz`, `6-12 oz`. */
export function multipleAt(
  tokens: readonly Token[],
  at: number,
  number: Omit<NumberAt, 'text'>,
): { times: number; next: number } | null {
  if (number.next === at + 3 && tokens[at + 3]?.text === 'x')
    return isContent(tokens, at + 4) ? { times: number.value, next: at + 4 } : null;
  if (number.next !== at + 1) return null;
  const count = number.value;
  if (!Number.isInteger(count) || count < 1 || count > MOST_PACKS) return null;
  const [before, after, then] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (after?.text === 'x' && then === undefined)
    return at > 0 && count > 1 && !tokens.some(({ text }) => isMagnifier(text))
      ? { times: count, next: at + 2 }
      : null;
  if (after?.text === 'x' && then?.kind === 'word') {
    if (isStronger(then.text)) return null;
    const thing = unitNamed(then.text) ?? countedAt(tokens, { value: count, next: at + 2 })?.unit;
    return thing ? null : { times: count, next: at + 2 };
  }
  if (after?.text === 'x') {
    // `10 x 10 x 25`: so many of that size.
    const isSquare = then?.text === tokens[at]!.text && tokens[at + 3]?.text === 'x';
    if (isSquare || (before?.text === 'x' && tokens[at - 2]?.text === tokens[at]!.text)) return null;
    const isBare = then?.kind === 'number' && bareAt(tokens, at + 2, numberAt(tokens, at + 2)) !== null;
    return isBare || isContent(tokens, at + 2) ? { times: count, next: at + 2 } : null;
  }
  const behind = unitAt(tokens, at + 1);
  // `500 ml x 24 ct`
  if (before?.text === 'x' && isMeasured(tokens, at - 2) && behind && isPlainCount(behind.name))
    return { times: count, next: behind.next };
  if (before?.text === 'x' && isMeasured(tokens, at - 2) && !behind)
    return countedAt(tokens, { value: count, next: at + 1 }) ? null : { times: count, next: at + 1 };
  if (before?.text === 'x') return null;
  const joint = unknownOf(tokens, at);
  if (joint !== null) return { times: count, next: joint + 1 };
  if ((after?.text !== '/' && after?.text !== '-') || then?.kind !== 'number') return null;
  const each = numberAt(tokens, at + 2);
  const unit = unitAt(tokens, each.next)?.unit;
  if (!isContent(tokens, at + 2) || !unit) return null;
  // `8/14 kg` is what the wearer weighs.
  if (unit.isMetric && unit.factor === 1000 && unit.kind === 'g') return null;
  // `filters 8-12 cup` are a pot's.
  if (count < each.value && isCupful(tokens[each.next]?.text ?? '')) return null;
  if (isRange(count, each.value, { unit, isSlash: after.text === '/' })) return null;
  return { times: count, next: at + 2 };
}

/** `2x ultra concentrated`, `2X large`: no two of it. */
const isStronger = (name: string) =>
  /^(?:ultra|more|mehr|plus|stronger|starker|strength|konzentriert\p{L}*|concentrated?|concentre|power|faster|longer|large|action)$/u.test(
    name,
  );

/** Whether a measure such as `330 ml` ends here. */
const isMeasured = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.kind === 'number' && unitNamed(tokens[at]!.text) !== undefined;

/** Where the joint of `6 Knusperdinger à 40 g` stands: a thing that no list knows, and what each of it weighs. */
function unknownOf(tokens: readonly Token[], at: number): number | null {
  const joint = at + (tokens[at + 2]?.kind === 'word' && !JOINTS.has(tokens[at + 2]!.text) ? 3 : 2);
  const between = tokens.slice(at + 1, joint);
  const isUnknown = between.every(
    ({ kind, text, isGlued }) => kind === 'word' && !isGlued && !unitNamed(text),
  );
  const isJoint =
    JOINTS.has(tokens[joint]?.text ?? '') && !['mit', 'con', 'di'].includes(tokens[joint]!.text);
  if (!isUnknown || !isJoint || tokens[joint + 1]?.kind !== 'number' || tokens[at]!.text === '1') return null;
  const kind = unitAt(tokens, numberAt(tokens, joint + 1).next)?.unit.kind;
  return kind === 'g' || kind === 'ml' ? joint : null;
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

export interface Lot {
  readonly count: number;
  /** `pack 3` without "of": beside a count of things it may be a size. */
  readonly isBare: boolean;
}

/** "pack of 6", "lot de 3", "set/4", "pack 3" at their first word; `next` is what follows. */
export function collectionAt(
  tokens: readonly Token[],
  at: number,
): { readonly lot: Lot; readonly next: number } | null {
  const [what, joint] = [tokens[at]!.text, tokens[at + 1]];
  if (!COLLECTIONS.has(what) || !joint) return null;
  const isBare = joint.kind === 'number' || joint.text === '/';
  const isBox = what === 'b' && joint.text === '/';
  const isStart = tokens[at - 1]?.kind !== 'number' && !/^(?:-|er)$/.test(tokens[at - 1]?.text ?? '');
  const isSet = isBox || (isStart && /^(?:set|pack|lot|lote|bte|bt)$/.test(what));
  if (what === 'b' && !isBox) return null;
  if (isBare ? !isSet : !/^(?:of|de|da|mit|a|met|van|con)$/.test(joint.text)) return null;
  const numberAt = joint.kind === 'number' ? at + 1 : at + 2;
  const lot = tokens[numberAt]?.kind === 'number' ? Number(tokens[numberAt].text) : NaN;
  if (!Number.isInteger(lot) || lot < 1 || lot > (isBare ? MOST_BARE_LOT : MOST_PACKS)) return null;
  const next = numberAt + 1;
  if (isBare && tokens[next]?.text === 'x') return null;
  return unitAt(tokens, next) || countedAt(tokens, { value: lot, next })
    ? null
    : { lot: { count: lot, isBare }, next };
}
