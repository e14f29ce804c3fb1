import { isSeveral } from './things';
import { FREE, unitNamed, type Unit } from './units';
import type { Token } from './token';

/** Between a number and what it counts: `75 all in one dishwasher tablets`. */
const MOST_WORDS_BETWEEN = 4;

export interface NumberAt {
  readonly value: number;
  readonly text: string;
  readonly next: number;
}

/** `800 g x 2 + 1` are three of them. */
const MOST_WITH_GIFT = 24;

/** `80 + 20` of what follows; of `9=18 rolls` the rolls there are, not `SPF 50+ 200 ml`: `80 + 20 wipes`, `200 + 50 ml`, `3+1 x 250 g`. */
export function sumAt(tokens: readonly Token[], at: number): NumberAt {
  const first = numberAt(tokens, at);
  if (tokens[first.next]?.text === '=' && tokens[first.next + 1]?.kind === 'number' && first.next === at + 1)
    return { ...first, next: first.next + 2 };
  if (tokens[first.next]?.text !== '+' || tokens[first.next + 1]?.kind !== 'number') return first;
  if (tokens[first.next]!.isGlued !== tokens[first.next + 1]!.isGlued) return first;
  const second = numberAt(tokens, first.next + 1);
  const kind = (unitAt(tokens, second.next) ?? countedAt(tokens, second))?.unit.kind;
  const isMultiple = tokens[second.next]?.text === 'x' && tokens[second.next + 1]?.kind === 'number';
  const isEnd = tokens[second.next] === undefined || FREE.has(tokens[second.next]!.text);
  if (tokens[at - 1]?.text === 'x' && isEnd && second.value <= first.value && first.value < MOST_WITH_GIFT)
    return { value: first.value + second.value, text: '', next: second.next };
  const isCount = kind === 'items' || kind === 'packs';
  const isStrength = /^(?:spf|lsf|fps|adult|senior)$/.test(tokens[at - 1]?.text ?? '');
  const isFree = FREE.has(tokens[second.next + 1]?.text ?? '');
  const isContent = (kind === 'g' || kind === 'ml') && first.value >= second.value && (!isStrength || isFree);
  if (!isMultiple && !isCount && !isContent) return first;
  return { value: first.value + second.value, text: '', next: second.next };
}

/** `1.5`, `1/2`, `10 3/4`, `8-7/8`. */
export function numberAt(tokens: readonly Token[], at: number): NumberAt {
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

export interface UnitAt {
  readonly unit: Unit;
  readonly name: string;
  readonly next: number;
}

/** The unit behind a number, a hyphen, an `x` or one word between: `15-LB`, `60 x capsules`, `242 rec oz`, `12's`. */
export function unitAt(tokens: readonly Token[], at: number): UnitAt | null {
  let next = at;
  if (tokens[next]?.text === '-' && tokens[next]?.isGlued) next += 1;
  if (tokens[next]?.text === "'" && tokens[next + 1]?.text === 's') next += 1;
  if (tokens[next]?.text === 'rec' || tokens[next]?.text === 'x') next += 1;
  const token = tokens[next];
  if (token?.kind !== 'word') return null;
  const name = token.text;
  if (name === 'st' && isOrdinal(tokens, next)) return null;
  // French `Unité` behind another number closes a price list's row: `Sonde CH 16 Unité`.
  if (name === 'unite' && tokens[at - 1]!.text !== '1') return null;
  if (opensLot(tokens, next) || isInitial(tokens, next)) return null;
  const unit = unitNamed(name) ?? galloned(name, tokens[at - 1]) ?? plural(tokens, next, tokens[at - 1]);
  return unit ? { unit, name, next: next + 1 } : null;
}

/** `Safety 1st Seat`; `Seife 1St` is one piece. */
const isOrdinal = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.isGlued && /(?:^|[^1])1$/.test(tokens[at - 1]!.text) && tokens[at + 1]?.kind === 'word';

/** `630 L'OREAL`, `10 L. acidophilus`: a letter of the name that follows. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const [letter, next, then] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (letter.text.length !== 1) return false;
  if (next?.text === "'") return next.isGlued && then?.kind === 'word' && then.isGlued && then.text !== 's';
  return letter.text === 'l' && BEHIND_INITIAL.test(next?.text ?? '');
}

const BEHIND_INITIAL =
  /^(?:oreal|occitane|acidophilus|rhamnosus|casei|paracasei|plantarum|reuteri|gasseri|crispatus|salivarius|bulgaricus)$/;

/** The box of `10 x 8 boîte de 25` and of `0,7 x 40 boîte 100` holds what stands behind it. */
function opensLot(tokens: readonly Token[], at: number): boolean {
  if (!LOT.test(tokens[at]!.text) || tokens[at - 1]!.text === '1') return false;
  const [next, then] = [tokens[at + 1], tokens[at + 2]];
  if (next?.kind === 'number') return then === undefined;
  const kind = unitNamed(tokens[at + 3]?.text ?? '')?.kind;
  return next?.text === 'de' && then?.kind === 'number' && kind !== 'g' && kind !== 'ml';
}

const LOT = /^(?:boite|barquette|paquet|sachet|etui|lot|plateau|filet|poche|plaquette)$/;

/** "GA" is a gallon in a small number of them, else a gauge. */
function galloned(name: string, number: Token | undefined): Unit | undefined {
  return name === 'ga' && number && decimal(number.text) <= 5 ? unitNamed('gal') : undefined;
}

/** `64s`, `12's`, `39 S`: so many of them. A blank before a small one makes it a dress size; `50's Christmas` is a time. */
function plural(tokens: readonly Token[], at: number, number: Token | undefined): Unit | undefined {
  const token = tokens[at]!;
  if (token.text !== 's' || !/^\d{1,4}$/.test(number?.text ?? '')) return undefined;
  const count = Number(number!.text);
  const isTime =
    tokens[at - 1]!.text === "'" || !tokens.slice(at + 1, at + 3).some(({ text }) => isSeveral(text));
  if (/^[2-9]0$/.test(number!.text) && tokens[at + 1]?.kind === 'word' && isTime) return undefined;
  return count >= (token.isGlued ? 2 : 12) && count <= 1000 ? unitNamed('ct') : undefined;
}

/** `20 wax strip`: the singular behind one word, only of what nobody sells one of. */
const isSoldInMany = (name: string) =>
  /^(?:strip|sachet|wipe|teabag|swab|capsule|softgel|lozenge|gummy)$/.test(name);
const FEWEST_IN_SINGULAR = 10;

/** What a whole number counts when words of its sort stand between: `24 toilet rolls`, `75 all in one dishwasher tablets`. */
export function countedAt(
  tokens: readonly Token[],
  { value, next }: { readonly value: number; readonly next: number },
): UnitAt | null {
  if (!Number.isInteger(value) || value < 2 || value > 2000) return null;
  const from = tokens[next]?.text === 'x' ? next + 1 : next;
  for (let at = from; at <= from + MOST_WORDS_BETWEEN; at += 1) {
    const token = tokens[at];
    if (token?.text === '-' && at > from) continue;
    if (token?.kind !== 'word' || /^\d/.test(token.text) || (token.isGlued && at === from)) return null;
    const isMany = at === from + 1 && value >= FEWEST_IN_SINGULAR && isSoldInMany(token.text);
    if (isSeveral(token.text) || isMany)
      return { unit: unitNamed(token.text)!, name: token.text, next: at + 1 };
    const isOneIn = token.text === 'in' && ['one', '1'].includes(tokens[at + 1]?.text ?? '');
    const isOther = unitNamed(token.text) !== undefined && !isOneIn;
    if (
      isOther ||
      ['and', 'und', 'et', 'with', 'mit', 'avec', 'for', 'fur', 'pour', 'of', 'x'].includes(token.text)
    )
      return null;
  }
  return null;
}

export const decimal = (text: string) => Number(text.replace(',', '.'));

/** `1,134 g` and `1.500 g` are thousands; `1,500 kg`, `0,750 l` and `1.134 g` are not. */
export function valueIn(text: string, unit: Unit, value: number): number {
  const isThousands = /^[1-9]\d{0,2}(?:,\d{3}|\.\d\d0)$/.test(text) && unit.factor === 1;
  return isThousands ? Number(text.replace(/[.,]/, '')) : value;
}
