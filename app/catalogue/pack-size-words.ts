import { COLLECTIONS, unitNamed, type Unit } from './pack-size-units';

/** A number with its unit, as it stands in a text. */
export interface Measure {
  readonly value: number;
  readonly unit: Unit;
  /** What stands between it and the measure before: it may be the same size again. */
  readonly isApart: boolean;
  readonly isInBrackets: boolean;
}

export interface Reading {
  readonly measures: readonly Measure[];
  /** `6 x`, `x 6`, `6/`, `pack of 6`: how many times the rest is in the box. */
  readonly times: number;
}

interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** No blank between it and the token before. */
  readonly isGlued: boolean;
}

/** Longer texts are no titles. */
const LONGEST_TEXT = 300;
const MOST_PACKS = 500;

// One alternative per first character and no nested repetition: linear on any text.
const TOKEN = /(\s*)(?:(\d{1,12}(?:[.,]\d{1,6})?|[.,]\d{1,6})|([\p{L}µμ]+\.?)|([^\s\p{L}\d]|\d))/gu;

/** Lower case, `½` as `1/2`, accents off, `×` and `*` as `x`. */
function plain(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/[¼-¾⅐-⅞]/g, ' $&')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/⁄/g, '/')
    .replace(/[×✕*]/g, ' x ')
    .replace(/fl\.? ?oz|fluid ounces?/g, 'floz')
    .replace(/\b(\d{1,3})x(?=\d)/g, '$1 x ');
}

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let endsInDot = false;
  for (const [, blank = '', number, word, sign] of plain(text).matchAll(TOKEN)) {
    const isGlued = blank === '' && !endsInDot;
    endsInDot = word?.endsWith('.') ?? false;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, isGlued });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.replace('.', ''), isGlued });
    else tokens.push({ kind: 'sign', text: sign ?? '', isGlued });
  }
  return tokens;
}

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
    if (isPartOfWord(tokens, at)) continue;
    const number = numberAt(tokens, at);
    const multiple = open > 0 && measures.length > 0 ? null : multipleAt(tokens, at);
    if (multiple !== null && number.next === at + 1) {
      times *= multiple.times;
      at = multiple.next - 1;
      continue;
    }
    const unit = unitAt(tokens, number.next);
    if (!unit) {
      at = number.next - 1;
      continue;
    }
    const value = valueIn(number.text, unit.unit, number.value);
    if (isPlausible(value, unit.unit))
      measures.push({ value, unit: unit.unit, isApart: isApart, isInBrackets: open > 0 });
    isApart = false;
    at = unit.next - 1;
  }
  return { measures, times };
}

/** "B12", "T2": the number belongs to a name; "KIOSK16 OZ" forgot a blank. */
function isPartOfWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || !tokens[at]!.isGlued || before.text === 'x') return false;
  return before.text.length < 3 || !unitAt(tokens, at + 1);
}

interface NumberAt {
  readonly value: number;
  readonly text: string;
  readonly next: number;
}

/** `1.5`, `1/2`, `10 3/4`, `8-7/8`. */
function numberAt(tokens: readonly Token[], at: number): NumberAt {
  const { text } = tokens[at]!;
  const value = decimal(text);
  const own = fractionAt(tokens, at);
  if (own !== null) return { value: own, text: '', next: at + 3 };
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const added = fractionAt(tokens, at + 1 + hyphen, /^(?:[2348]|16)$/);
  const isWhole = /^\d{1,3}$/.test(text);
  if (added !== null && isWhole) return { value: value + added, text: '', next: at + 4 + hyphen };
  return { value, text, next: at + 1 };
}

function fractionAt(tokens: readonly Token[], at: number, unders = /^[2348]$/): number | null {
  const [a, slash, b] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (a?.kind !== 'number' || slash?.text !== '/' || b?.kind !== 'number') return null;
  if (!/^\d{1,2}$/.test(a.text) || !unders.test(b.text)) return null;
  const [over, under] = [Number(a.text), Number(b.text)];
  const isReduced = under === 3 ? true : over % 2 === 1;
  return over < under && isReduced ? over / under : null;
}

/** `6 x` before a number, `x 6` after a measure, `6/12 oz`, `6-12 oz`. */
function multipleAt(tokens: readonly Token[], at: number): { times: number; next: number } | null {
  const count = Number(tokens[at]!.text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PACKS) return null;
  const [before, after, then] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (after?.text === 'x' && then?.kind === 'word') return { times: count, next: at + 2 };
  if (after?.text === 'x') return isContent(tokens, at + 2) ? { times: count, next: at + 2 } : null;
  if (before?.text === 'x' && tokens[at - 2]?.kind === 'word' && !unitAt(tokens, at + 1))
    return { times: count, next: at + 1 };
  if (before?.text === 'x' && tokens[at - 2]?.kind === 'number') return null;
  if ((after?.text !== '/' && after?.text !== '-') || then?.kind !== 'number') return null;
  const each = numberAt(tokens, at + 2);
  const unit = unitAt(tokens, each.next)?.unit;
  if (!isContent(tokens, at + 2) || !unit) return null;
  if (isRange(count, each.value, { unit, isSlash: after.text === '/' })) return null;
  return { times: count, next: at + 2 };
}

/** `12-14 lb`, `80-88 ct`, `80/88 ct`, `10-12 oz` are ranges; `24-12 oz`, `6-1 lb`, `2/20 ct` are packs. */
function isRange(from: number, to: number, by: { readonly unit: Unit; readonly isSlash: boolean }): boolean {
  if (from >= to) return false;
  const isNear = to < 1.6 * from;
  if (by.unit.kind === 'items') return isNear || !by.isSlash;
  return !by.isSlash && (by.unit.factor > 400 || (isNear && from >= 4));
}

/** "4 x 100 g" holds four times as much; "5 x 7" and "4 x 6 in" are measures of length. */
function isContent(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false;
  const { next } = numberAt(tokens, at);
  const kind = unitAt(tokens, next)?.unit.kind;
  if (kind !== undefined) return kind !== 'extent' && kind !== 'dose';
  return tokens[next]?.text === 'x' && isContent(tokens, next + 1);
}

/** The unit behind a number, a hyphen or one word between: `15-LB`, `242 rec oz`. */
function unitAt(tokens: readonly Token[], at: number): { unit: Unit; next: number } | null {
  let next = at;
  if (tokens[next]?.text === '-' && tokens[next]?.isGlued) next += 1;
  if (tokens[next]?.text === 'rec') next += 1;
  const token = tokens[next];
  if (token?.kind !== 'word') return null;
  const unit = unitNamed(token.text) ?? galloned(token.text, tokens[at - 1]);
  return unit ? { unit, next: next + 1 } : null;
}

/** "GA" is a gallon in a small number of them, else a gauge. */
function galloned(name: string, number: Token | undefined): Unit | undefined {
  return name === 'ga' && number && decimal(number.text) <= 5 ? unitNamed('gal') : undefined;
}

/** "pack of 6", "lot de 3" at a word. */
function collection(tokens: readonly Token[], at: number): number | null {
  const [what, of, number] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (!COLLECTIONS.has(what.text) || !of || !/^(?:of|de|da|mit|a)$/.test(of.text)) return null;
  const count = number?.kind === 'number' ? Number(number.text) : NaN;
  if (!Number.isInteger(count) || count < 1 || count > MOST_PACKS) return null;
  return unitAt(tokens, at + 3) ? null : count;
}

const decimal = (text: string) => Number(text.replace(',', '.'));

/** `1,134 g` and `1.500 g` are thousands; `1,500 kg`, `0,750 l` and `1.134 g` are not. */
function valueIn(text: string, unit: Unit, value: number): number {
  const isThousands = /^[1-9]\d{0,2}(?:,\d{3}|\.\d\d0)$/.test(text) && unit.factor === 1;
  return isThousands ? Number(text.replace(/[.,]/, '')) : value;
}

function isPlausible(value: number, unit: Unit): boolean {
  if (!(value > 0) || !Number.isFinite(value)) return false;
  if (unit.kind === 'packs') return Number.isInteger(value) && value <= MOST_PACKS;
  return unit.kind === 'items' ? value <= 20_000 : value * unit.factor <= 1e7;
}
