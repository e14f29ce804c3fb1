import { COLLECTIONS, DOZENS, FOLDS, LABELS, NUMERALS, unitNamed } from './units';
import { plain } from './plain';
import { withThousands } from './thousands';
import type { Token } from './token';

/** A number behind `Size` or `Stage` tells which one; a larger one is a count. */
const LARGEST_LABEL = 24;

/** Of clothes and shoes, and in millimetres of what is fitted: `Taille 44`, `Gr. 38`. */
const WORN = /^(?:taille|talla|taglia|maat|grosse|groesse|pointure|schuhgrosse)$/;
const LARGEST_WORN = 60;

// One alternative per first character and no nested repetition: linear on any text.
const TOKEN =
  /(\s*)(?:(\d{1,12}(?:[.,]\d{1,6}){2,9}(?!\d))|(\d{1,12}(?:\.\d{1,6}|,\d{1,4}(?!\d))?|[.,]\d{1,6})|([\p{L}µμ]+\.?)|([^\s\p{L}\d]|\d))/gu;

/**
 * Numbers, words and signs of a title. A number that belongs to a name (`CoQ10`, `Omega-3`, `Size 4`, `0.5-7-6`, `3in1`) comes
 * as a word, and a number written as a word (`six 20 ct boxes`) as a number.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let endsInDot = false;
  for (const [, blank = '', dotted, number, word, sign] of plain(text).matchAll(TOKEN)) {
    const isGlued = blank === '' && !endsInDot;
    endsInDot = word?.endsWith('.') ?? false;
    if (dotted !== undefined) tokens.push({ kind: 'word', text: dotted, isGlued });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, isGlued });
    else if (word !== undefined)
      tokens.push({ kind: 'word', text: word === 'х' ? 'x' : word.replace('.', ''), isGlued });
    else tokens.push({ kind: 'sign', text: sign ?? '', isGlued });
  }
  return withThousands(withNames(withNumerals(tokens)));
}

/** `six 20 ct` is `6 x 20 ct`; `four bottles` is `4 bottles`; `twin pack` and `Doppelpack` are `2 pack`. */
function withNumerals(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const fold = foldOf(token, [tokens[at + 1], tokens[at + 2]]);
    if (fold) return fold;
    const next = tokens[at + 1];
    const value = token.kind === 'word' ? (NUMERALS.get(token.text) ?? ofDozen(token, next)) : undefined;
    // French for an oven: `au four 1 kg`.
    const isOven = token.text === 'four' && /^(?:au|du|le|un)$/.test(tokens[at - 1]?.text ?? '');
    if (value === undefined || isOven) return [token];
    const number: Token = { kind: 'number', text: String(value), isGlued: false };
    if (next?.kind === 'number' && tokens[at + 2]?.kind === 'word')
      return [number, { kind: 'word', text: 'x', isGlued: false }];
    const kind = next?.kind === 'word' ? unitNamed(next.text)?.kind : undefined;
    const isOf = tokens[at - 1]?.text === 'of' && COLLECTIONS.has(tokens[at - 2]?.text ?? '');
    return kind === 'packs' || kind === 'items' || isOf ? [number] : [token];
  });
}

/** `one dozen`, `une douzaine`, `half dozen`: elsewhere these words are articles. */
function ofDozen({ text }: Token, next: Token | undefined): number | undefined {
  const isDozen = next !== undefined && unitNamed(next.text)?.factor === 12;
  return isDozen ? DOZENS.get(text) : undefined;
}

function foldOf({ text }: Token, [next, then]: readonly (Token | undefined)[]): readonly Token[] | null {
  const suffix = PACK_AT_END.exec(text)?.[0];
  const name = suffix === undefined ? text : text.slice(0, -suffix.length);
  const isBefore = next?.text === 'pack' || (next?.text === '-' && next.isGlued && then?.text === 'pack');
  const times = suffix !== undefined || isBefore ? FOLDS.get(name) : undefined;
  if (times === undefined) return null;
  const number: Token = { kind: 'number', text: String(times), isGlued: false };
  // `Dreierpack` is `3er Pack`.
  const isOf = name.endsWith('er') ? 'er' : 'pack';
  return suffix === undefined ? [number] : [number, { kind: 'word', text: isOf, isGlued: false }];
}

const PACK_AT_END = /(?<=.)(?:pack|pak|packung|verpakking)$/;

function withNames(tokens: readonly Token[]): readonly Token[] {
  const named: Token[] = [...tokens];
  tokens.forEach((token, at) => {
    if (token.kind === 'number' && isName(named, at)) named[at] = { ...token, kind: 'word' };
    if (token.kind === 'number' && isFormula(tokens, at))
      for (const part of [at, at + 2, at + 4]) named[part] = { ...tokens[part]!, kind: 'word' };
  });
  return named;
}

/** `B12`, `p-5-p`, `Omega-3`, `Stage 2`, `3 in 1`; but `KIOSK16 OZ` forgot a blank, and `Size 500 g` is a size. */
function isName(tokens: readonly Token[], at: number): boolean {
  const [number, before, earlier] = [tokens[at]!, tokens[at - 1], tokens[at - 2]];
  if (isOneOfSeveral(tokens, at) || isSecondLabel(tokens, at)) return true;
  // `Can10 x 440 ml` forgot a blank.
  const isMultiple = tokens[at + 1]?.text === 'x' && tokens[at + 2]?.kind === 'number';
  if (isMultiple && before?.kind === 'word' && before.text.length > 2 && !LABELS.has(before.text))
    return false;
  if (before?.kind === 'word' && (before.text === 'x' || before.text === 'of')) return false;
  if (isContentUnit(tokens[at + 1]))
    return before?.kind === 'word' && number.isGlued && before.text.length < 3;
  if (before?.kind === 'word') return number.isGlued || isLabelled(tokens, at);
  const isHyphened = before?.text === '-' && before.isGlued && number.isGlued;
  if (!isHyphened || earlier?.kind !== 'word') return false;
  return earlier.text.length === 1 || (earlier.text.length <= 5 && !unitNamed(earlier.text));
}

/** `Size 4`, `Vitamin B 12`, `Omega 3 6 9`. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  const [before, earlier] = [tokens[at - 1]!.text, tokens[at - 2]?.text ?? ''];
  if (WORN.test(before) && Number(tokens[at]!.text) <= LARGEST_WORN) return true;
  if (Number(tokens[at]!.text) > LARGEST_LABEL) return false;
  if (LABELS.has(before)) return true;
  if (before.length === 1 && /^(?:vitamin|vitamine|vit|coenzym)$/.test(earlier)) return true;
  return /^[36]$/.test(before) && (earlier === 'omega' || tokens[at - 3]?.text === 'omega');
}

/** The 42 of `Taille 40/42`, whose 40 is a word by now. */
const isSecondLabel = (tokens: readonly Token[], at: number): boolean =>
  /^[/-]$/.test(tokens[at - 1]?.text ?? '') &&
  tokens[at - 2]?.kind === 'word' &&
  /^\d/.test(tokens[at - 2]!.text) &&
  LABELS.has(tokens[at - 3]?.text ?? '') &&
  !isUnit(tokens[at + 1]);

const isUnit = (token: Token | undefined) => token !== undefined && unitNamed(token.text) !== undefined;

function isContentUnit(token: Token | undefined): boolean {
  const kind = token?.kind === 'word' ? unitNamed(token.text)?.kind : undefined;
  return kind === 'g' || kind === 'ml';
}

/** Both numbers of `3-in-1`, and that of `all in 1`. */
function isOneOfSeveral(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 6).filter(({ text }) => text !== '-');
  const before = tokens.slice(Math.max(0, at - 4), at).filter(({ text }) => text !== '-');
  const isFirst =
    next[0]?.text === 'in' && (next[1]?.text === 'one' || (next[1]?.text === '1' && !isUnit(next[2])));
  return isFirst || (tokens[at]!.text === '1' && before.at(-1)?.text === 'in' && before.length > 1);
}

/** `0.5-7-6`, the nutrients of a fertiliser. */
function isFormula(tokens: readonly Token[], at: number): boolean {
  const parts = tokens.slice(at, at + 5);
  return (
    parts.length === 5 &&
    parts.every(
      ({ kind, text, isGlued }, part) =>
        (part === 0 || isGlued) && (part % 2 === 0 ? kind === 'number' && Number(text) < 100 : text === '-'),
    )
  );
}
