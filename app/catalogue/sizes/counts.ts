import { bareAt, isContentMeasured, isMeasured, isPacket, JOINTS } from './bare-counts';
import { countedAt, numberAt, unitAt, type NumberAt, type UnitAt } from './numbers';
import { isSlashedStrength } from './forms';
import { isCupful, isMagnifier, isRoll, isServed, isSheet, isYield } from './things';
import type { Token } from './token';
import { isPlainCount, unitNamed, type Unit } from './units';

const MOST_PACKS = 500;

/** `x 5 g`, `à 10 Stück`, `of 20 bags` behind what is counted: of what follows. The sheets of a roll are no pack's count. */
export function isEachOf(tokens: readonly Token[], outer: UnitAt & { readonly value: number }): boolean {
  const { value, unit, name, next: at } = outer;
  if (unit.kind !== 'items' || !Number.isInteger(value) || value > MOST_PACKS) return false;
  const joint = jointAt(tokens, at);
  if (joint === null) return false;
  const number = numberAt(tokens, joint + 1);
  const inner = unitAt(tokens, number.next) ?? countedAt(tokens, number);
  if (!inner && tokens[number.next] === undefined) return isPacket(name);
  if (inner?.unit.kind === 'items') return !(isRoll(name) && isSheet(inner.name));
  return inner?.unit.kind === 'g' || inner?.unit.kind === 'ml';
}

/** What something is made of and where it comes from, up to what each holds: `20 ampoules en verre brun de 5 ml`. */
const MOST_WORDS_OF_MATERIAL = 6;

function jointAt(tokens: readonly Token[], at: number): number | null {
  if (JOINTS.has(tokens[at]?.text ?? '') && tokens[at + 1]?.kind === 'number') return at;
  for (let joint = at; joint < at + MOST_WORDS_OF_MATERIAL; joint += 1) {
    const token = tokens[joint];
    if (token === undefined || token.kind === 'number' || /^[,;+/]$/.test(token.text)) return null;
    if (/^(?:de|da|je|a)$/.test(token.text) && tokens[joint + 1]?.kind === 'number') return joint;
  }
  return null;
}

/** `6 x` before a number, `x 6` after a measure, `6 Schalen à`, `6/12 oz`, `6-12 oz`. */
export function multipleAt(
  tokens: readonly Token[],
  at: number,
  number: Omit<NumberAt, 'text'>,
): { times: number; next: number } | null {
  if (number.next === at + 3 && tokens[at + 3]?.text === 'x')
    return isContent(tokens, at + 4) ? { times: number.value, next: at + 4 } : null;
  const isSum = number.next === at + 3 && tokens[at + 1]?.text === '+';
  if (isSum && tokens[at - 1]?.text === 'x' && isMeasured(tokens, at - 2))
    return { times: number.value, next: number.next };
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
  if (before?.text === 'x' && behind && isContentMeasured(tokens, at - 2) && isHolding(tokens, behind))
    return { times: count, next: behind.next };
  if (before?.text === 'x' && behind && isOfSizeBefore(tokens, at, behind))
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
  // `63/300g/` is a paper's.
  if (after.text === '/' && unit.isMetric && tokens[each.next + 1]?.text === '/') return null;
  if (tokens[each.next]?.text === 'u' || isSlashedStrength(tokens, at + 2, each)) return null;
  // `8/14 kg` is what the wearer weighs.
  if (unit.isMetric && unit.factor === 1000 && unit.kind === 'g') return null;
  // `filters 8-12 cup` are a pot's.
  if (count < each.value && isCupful(tokens[each.next]?.text ?? '')) return null;
  if (isRange(count, each.value, { unit, isSlash: after.text === '/' })) return null;
  return { times: count, next: at + 2 };
}

/** `2x ultra concentrated`, `2X large`: no two of it. */
const isStronger = (name: string) =>
  /^(?:ultra|more|mehr|plus|stronger|starker|strength|konzentriert\p{L}*|concentrated?|concentre|power|faster|longer|shinier|brighter|softer|smoother|thicker|whiter|cleaner|harder|better|large|action)$/u.test(
    name,
  );

/** Words of a name between a size and its `x 24 ct`. */
const MOST_WORDS_OF_NAME = 5;

/** `130 g Party Mix x 24 ct`: only a name stands between the size and how many there are of it. */
function isOfSizeBefore(tokens: readonly Token[], at: number, { name }: UnitAt): boolean {
  if (!/^c(?:oun)?ts?$/.test(name)) return false;
  for (let back = at - 2; back >= at - 2 - MOST_WORDS_OF_NAME; back -= 1) {
    if (tokens[back]?.kind !== 'word') return false;
    if (isContentMeasured(tokens, back)) return true;
  }
  return false;
}

/** What a weight before it is each one's: `30 g x 40 bags`, `30 g x 40 portion packs`, not `1 kg x 40 washes`. */
function isHolding(tokens: readonly Token[], { unit, name, next }: UnitAt): boolean {
  if (isYield(name)) return unitNamed(tokens[next]?.text ?? '')?.kind === 'packs';
  return unit.kind === 'items' && (isPlainCount(name) || isServed(name));
}

/** The joint of `6 Knusperdinger à 40 g`, `4 Motive à 10 Rollen`: a thing that no list knows, and what each of it holds. */
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
  const isCount = kind === 'items' && /^(?:a|je|@)$/.test(tokens[joint]!.text);
  return kind === 'g' || kind === 'ml' || isCount ? joint : null;
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
