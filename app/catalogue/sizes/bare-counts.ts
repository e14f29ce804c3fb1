import { isOfForm } from './forms';
import { numberAt, unitAt, type NumberAt } from './numbers';
import { isBoughtByCount, isFlat, isServed, isSeveral, isShapeless } from './things';
import type { Token } from './token';
import { FREE, isPlainCount, LABELS, unitNamed, type Unit } from './units';

const MOST_PACKS = 500;

/** `x 6` behind a name is packs; `x80` before a thing that is not known is a count of them. */
const MOST_UNNAMED_PACKS = 24;

/** `4 x 6` is a photograph's size. */
const SMALLEST_BARE = 20;

/** `nappies 4` is a size, `wipes 64` a count. */
const FEWEST_BARE = 10;
const MOST_BARE = 1000;

/** `1x60` at the end is one box of sixty. */
const FEWEST_IN_ONE = 6;

/** Between what is counted and what each of it holds: `20 Beutel à 3 g`. */
export const JOINTS: ReadonlySet<string> = new Set([
  ...['x', 'a', 'of', 'de', 'je', 'da', 'di', 'von', 'mit', 'van', 'con', '@'],
]);

/** A count that no word for what is counted stands behind. */
export interface CountAt {
  readonly value: number;
  readonly unit: Unit;
  readonly name: string;
  readonly next: number;
}

/** Whether `330 ml` ends here, not `3 rolls`. */
export const isContentMeasured = (tokens: readonly Token[], at: number): boolean =>
  isMeasured(tokens, at) && ['g', 'ml'].includes(unitNamed(tokens[at]!.text)!.kind);

/** Things that are counted and hold others: `50 sachets de 2`. */
export const isPacket = (name: string): boolean =>
  /^(?:sachets|bags|beutel|packchen|tutchen|sobres|bustine|zakjes)$/.test(name);

/** Whether a measure such as `330 ml` ends here. */
export const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === 'number' && unitNamed(tokens[at]!.text) !== undefined;

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
  const isLast = tokens[next] === undefined || [')', ']', ',', '('].includes(tokens[next].text);
  if (!isLast || !Number.isInteger(value) || value < 1) return null;
  if (value <= MOST_BARE && (isOfForm(tokens, at, value) || tokens[at - 1]?.text === 'par'))
    return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (value < 2) return null;
  const [earlier, joint] = [tokens[at - 2], tokens[at - 1]?.text ?? ''];
  if (joint === 'total' && tokens.some(({ text }) => isSeveral(text)))
    return { value, unit: unitNamed('ct')!, name: 'ct', next };
  const isInPacks =
    earlier?.kind === 'word' && (unitNamed(earlier.text)?.kind === 'packs' || isPacket(earlier.text));
  if (isInPacks && tokens[at - 3]?.kind === 'number' && JOINTS.has(joint) && joint !== 'x')
    return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (tokens[at - 1]?.kind === 'word' && isBoughtByCount(joint) && value >= FEWEST_BARE && value <= MOST_BARE)
    return { value, unit: unitNamed(joint)!, name: joint, next };
  const isInBrackets = joint === '(' && tokens[next]?.text === ')' && next === tokens.length - 1;
  // `330 ml (16)`
  if (
    isInBrackets &&
    earlier?.kind === 'word' &&
    isContentMeasured(tokens, at - 2) &&
    value <= MOST_UNNAMED_PACKS
  )
    return { value, unit: unitNamed('pack')!, name: 'x', next };
  if (joint === '(' && tokens[next]?.text === ')' && next === tokens.length - 1 && value <= MOST_BARE)
    return tokens.some(({ text }) => isServed(text))
      ? { value, unit: unitNamed('ct')!, name: 'ct', next }
      : null;
  if (joint !== 'x' || earlier?.kind !== 'number' || !/^\d+$/.test(earlier.text)) return null;
  const name = tokens.slice(0, at).find(({ text }) => isSeveral(text))?.text;
  const isOne = earlier.text === '1' && tokens[at - 3]?.text !== 'x';
  if (isOne && value >= FEWEST_IN_ONE) return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (
    name === undefined ||
    (value < SMALLEST_BARE && !isShapeless(name) && !isOne && !isManyTimes(Number(earlier.text), name))
  )
    return null;
  if (isFlat(name) && tokens[at - 3]?.text !== 'x' && value < LONGEST_TO_WIDTH * Number(earlier.text))
    return null;
  return { value, unit: unitNamed(name)!, name, next };
}

/** `Olio ml 500`, `gr. 465`: Italian puts the unit before. A size `Gr. 4` has a small number. */
export function unitBeforeAt(
  tokens: readonly Token[],
  at: number,
  { value, next }: Omit<NumberAt, 'text'>,
): CountAt | null {
  const name = tokens[at - 1]?.text ?? '';
  if (!/^(?:g|gr|grs|kg|ml|cl|lt)$/.test(name) || tokens[at - 2]?.kind === 'number') return null;
  if (tokens[next]?.kind === 'word' || /^[x/-]$/.test(tokens[next]?.text ?? '')) return null;
  return name.startsWith('g') && value < LEAST_GRAMS ? null : { value, unit: unitNamed(name)!, name, next };
}

const LEAST_GRAMS = 30;

/** `wipes 56 x 10` */
const isManyTimes = (each: number, name: string) => each >= FEWEST_IN_PACK && isBoughtByCount(name);
const FEWEST_IN_PACK = 40;

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

/** What goods are packed in, behind a stroke: `12/Case`, `100/bx`, `24 Stück/Karton`. */
const BOXES =
  /^(?:case|cs|box|bx|carton|ctn|pack|pk|pkg|pck|bag|bg|display|tray|sleeve|karton|packung|pckg|ve|boite|bte|colis|paquet|caja|scatola|doos)$/;

/** `12/Case`, `6 Units/Case`, `50 per box`: so many packs, or that many of what has no other size. */
export function perBoxAt(tokens: readonly Token[], { value, next }: Omit<NumberAt, 'text'>): CountAt | null {
  const counted = tokens[next]?.kind === 'word' ? tokens[next].text : '';
  const isCounted = isPlainCount(counted) || BOXES.test(counted);
  const joint = isCounted ? next + 1 : next;
  const isPer = /^(?:\/|per|pro|par|por)$/.test(tokens[joint]?.text ?? '');
  if (!isPer || !Number.isInteger(value) || value < 1 || !BOXES.test(tokens[joint + 1]?.text ?? ''))
    return null;
  const name = value > MOST_PACKS ? 'ct' : 'pack';
  return { value, unit: unitNamed(name)!, name: 'case', next: joint + 2 };
}

/** `sachet x1000` closes a wholesaler's title: more than anybody packs is what is in it. */
const isBagful = (tokens: readonly Token[], at: number, value: number): boolean =>
  value > MOST_PACKS &&
  value <= MOST_IN_BAG &&
  value % 100 === 0 &&
  at === tokens.length - 1 &&
  tokens[at - 1]?.text === 'x' &&
  /^(?:sachet|sac|boite|carton|colis|paquet|lot|beutel|karton|bag|case)$/.test(tokens[at - 2]?.text ?? '');

const MOST_IN_BAG = 5000;

/** `75 ml 2+1`: behind a size so many are bought and so many given. */
const isGiftAtEnd = (tokens: readonly Token[], at: number): boolean =>
  /^[1-6]$/.test(tokens[at]!.text) &&
  tokens[at + 1]?.text === '+' &&
  tokens[at + 1]!.isGlued &&
  tokens[at + 2]?.kind === 'number' &&
  tokens[at + 2]!.isGlued &&
  Number(tokens[at + 2]!.text) <= Number(tokens[at]!.text) &&
  (tokens[at + 3] === undefined || tokens[at + 3]!.text === ')') &&
  isContentMeasured(tokens, tokens[at - 1]?.text === '(' ? at - 2 : at - 1);

/** Something is named behind `x80`: not `x50 No 8`, `x80-`. */
const isNamed = (after: Token | undefined) =>
  (after?.kind === 'word' && !LABELS.has(after.text)) || (after?.text === '-' && after.isGlued);

/** The 6 of `beurre x6 240 g`, and `3 + 1 free`: so many packs; that of `dosettes x36` is a count. */
export function packsAt(
  tokens: readonly Token[],
  at: number,
  { value, next }: Omit<NumberAt, 'text'>,
): CountAt | null {
  if (isBagful(tokens, at, value)) return { value, unit: unitNamed('ct')!, name: 'ct', next };
  if (!Number.isInteger(value) || value > MOST_PACKS) return null;
  const [earlier, after, then] = [tokens[at - 2], tokens[next], tokens[next + 1]];
  const packs = { unit: unitNamed('pack')!, name: 'x' };
  if (after?.text === '+' && then?.kind === 'number' && FREE.has(tokens[next + 2]?.text ?? ''))
    return { ...packs, name: 'free', value: value + Number(then.text), next: next + 3 };
  if (isGiftAtEnd(tokens, at))
    return { ...packs, name: 'free', value: value + Number(then!.text), next: next + 2 };
  const isBehindName =
    earlier?.kind === 'word' ? !isMeasured(tokens, at - 2) : /^[(),-]$/.test(earlier?.text ?? '');
  if (
    tokens[at - 1]?.text !== 'x' ||
    !isBehindName ||
    value < 2 ||
    (isNamed(after) && value > MOST_UNNAMED_PACKS)
  )
    return null;
  return isSeveral(earlier!.text)
    ? { value, unit: unitNamed('ct')!, name: 'ct', next }
    : { ...packs, value, next };
}
