import { isCapacityWord } from './capacities';
import { isCounted, isCupful, isYield } from './things';
import { decimal, type NumberAt, type UnitAt } from './numbers';
import type { Token } from './token';
import { FREE, NUTRIENTS, UP_TO, unitNamed, type Unit } from './units';

/** `(free 6 pcs)`, `6 pcs free`; what is added by a plus sign is in the pack. `1 mois offert 120 capsules` gives a month. */
export function isGiven(
  tokens: readonly Token[],
  at: number,
  { next, unit }: UnitAt,
  isAdded: boolean,
): boolean {
  const [before, earlier] = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? ''];
  if (isAdded || before === '+' || before === 'extra') return false;
  // `sugar free 250 ml`
  const isWithout = before === 'free' && tokens[at - 2]?.kind === 'word' && unit.kind !== 'items';
  // `3 + 1 gratis 100 g`
  const isOfSum = tokens[at - 2]?.kind === 'number' && tokens[at - 3]?.text === '+';
  if (FREE.has(before)) return !isWithout && !isOfSum && unitNamed(earlier)?.kind !== 'extent';
  return FREE.has(tokens[next]?.text ?? '') && !tokens[next + 1];
}

/** Between strokes stands what a paper weighs, and behind one how thick a bag is: `Colors/310g/Folio`, `20/70 u`. */
export const isBetweenStrokes = (
  tokens: readonly Token[],
  at: number,
  { unit, name, next }: UnitAt,
): boolean =>
  tokens[at - 1]?.text === '/' &&
  (name === 'u' || (unit.kind === 'g' && unit.isMetric && tokens[next]?.text === '/' && tokens[at]!.isGlued));

/** `400 g, Abtropfgewicht 240 g`, `peso sgocc. 3x125 g`: of what is left without its brine. */
export const isDrained = (tokens: readonly Token[], at: number): boolean =>
  [1, 2, 3, 4].some((back) =>
    /^(?:abtropf\p{L}*|atg|egoutte?e?|sgocc\p{L}*|drained|escurrido|uitgelekt)$/u.test(
      tokens[at - back]?.text ?? '',
    ),
  ) && tokens.slice(0, at - 1).some(({ kind }) => kind === 'number');

/** A pump's `2006 l/h`. */
export const isRate = (tokens: readonly Token[], next: number): boolean =>
  tokens[next]?.text === '/' &&
  /^(?:h|hr|hour|std|min|s|sec|tag|day|jour)$/.test(tokens[next + 1]?.text ?? '');

/** `total 40 capsules`, `insgesamt 60 Stück`. */
export const isSaidTotal = (tokens: readonly Token[], at: number): boolean =>
  /^(?:total|totale|totaal|insgesamt|gesamt|zusammen)$/.test(tokens[at - 1]?.text ?? '');

/** `max. 20 kg`, `400 cards capacity`. */
export const isTaken = (tokens: readonly Token[], at: number, next: number): boolean =>
  isCapacityWord(tokens[at - 1]?.text ?? '') || isCapacityWord(tokens[next]?.text ?? '');

/** Both numbers of `20 mg/2 ml`, `2 g/100 ml`, `5 g/l`: strengths. `450 g/500 ml` is one size said twice. */
export function isConcentration(tokens: readonly Token[], at: number, after: number, unit: Unit): boolean {
  if (unit.kind === 'ml' && tokens[at - 1]?.text === '/') {
    const of = unitNamed(tokens[at - 2]?.text ?? '');
    return of?.kind === 'dose' || (of?.kind === 'g' && of.factor === 1 && isThin(tokens[at - 3], tokens[at]));
  }
  if (isOfTwoSubstances(tokens, at, after, unit)) return true;
  if (unit.kind !== 'g' || unit.factor !== 1 || tokens[after]?.text !== '/') return false;
  const of = tokens[after + 1]?.kind === 'number' ? tokens[after + 2] : tokens[after + 1];
  if (unitNamed(of?.text ?? '')?.kind !== 'ml') return false;
  return of === tokens[after + 1] || isThin(tokens[at], tokens[after + 1]);
}

/** A medicine's `5,8 g / 0,5 g`: so much of each substance. */
function isOfTwoSubstances(tokens: readonly Token[], at: number, after: number, unit: Unit): boolean {
  if (unit.kind !== 'g' || unit.factor !== 1 || decimal(tokens[at]!.text) > MOST_OF_SUBSTANCE) return false;
  const isGrams = (token: Token | undefined) => unitNamed(token?.text ?? '') === unit;
  const isFirst =
    tokens[after]?.text === '/' && tokens[after + 1]?.kind === 'number' && isGrams(tokens[after + 2]);
  return isFirst || (tokens[at - 1]?.text === '/' && isGrams(tokens[at - 2]));
}

const MOST_OF_SUBSTANCE = 10;

const isThin = (part: Token | undefined, whole: Token | undefined): boolean =>
  part?.kind === 'number' && whole?.kind === 'number' && decimal(part.text) * 2 <= decimal(whole.text);

/** `8-12 servings`: nobody knows how many. */
export const isRangeOfYields = (tokens: readonly Token[], at: number, { name }: UnitAt): boolean =>
  isYield(name) && tokens[at - 1]?.text === '-' && tokens[at - 2]?.kind === 'number';

/** Hair colours go by a number and a letter: `6G dark blond`. */
export const isShade = (tokens: readonly Token[], { unit, next }: UnitAt, value: number): boolean =>
  unit.kind === 'g' &&
  unit.factor === 1 &&
  value <= DARKEST_SHADE &&
  [tokens[next]?.text, tokens[next + 1]?.text].some((name) => name !== undefined && HAIR.test(name));

const DARKEST_SHADE = 12;
const HAIR =
  /^(?:blonde?s?|brune?s?|brunette|chatain|braun|(?:dunkel|hell|mittel)(?:blond|braun)|brown|castano|rubio|biondo|bruin)$/;

/**
 * `holder for 6 cups`, `boîte pour 12 œufs`, `bottle rack 12 bottles`, `filters 8-12 cup`: how many go in; `für 1 kg Früchte`:
 * how much it is used on.
 */
export function isPlaces(tokens: readonly Token[], at: number, { unit, name }: UnitAt): boolean {
  if ((unit.kind === 'g' || unit.kind === 'ml') && isUsedOn(tokens, at)) return true;
  if (unit.kind !== 'items' && unit.kind !== 'packs') return false;
  if (PLACES_FOR.has(tokens[at - 1]?.text ?? '') && !isYield(name)) return true;
  if (tokens[at - 1]?.text === 'with') return false;
  const holder = isCupful(name) ? BREWER : PLACED.test(name) ? HOLDER : null;
  return holder !== null && tokens.some(({ text }) => holder.test(text));
}

/** `für 5 L- & 10 L-Kanister`, `pour bidon 5 l`: from "for" on only sizes, signs between them and a vessel's name. */
function isUsedOn(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= at - MOST_SIZES_BACK && back >= 0; back -= 1) {
    const { kind, text } = tokens[back]!;
    if (PLACES_FOR.has(text)) return true;
    const isBetween =
      kind === 'sign'
        ? /^[-&/]$/.test(text)
        : kind === 'number'
          ? tokens[back + 1]!.kind !== 'number'
          : OR.test(text);
    const unit = kind === 'word' ? unitNamed(text)?.kind : undefined;
    const isVessel = unit === 'packs' && back === at - 1 && PLACES_FOR.has(tokens[back - 1]?.text ?? '');
    if (!isBetween && !isVessel && unit !== 'g' && unit !== 'ml') return false;
  }
  return false;
}

const MOST_SIZES_BACK = 8;
const OR = /^(?:und|oder|and|or|et|ou|y|o|e|en|of)$/;

const PLACES_FOR: ReadonlySet<string> = new Set(['for', 'fur', 'pour', 'para', 'voor']);

const PLACED =
  /^(?:bottles|cans|jars|eggs|becher|flaschen|glaser|dosen|eier|bouteilles|pots|gobelets|oeufs|botellas|latas|huevos|bottiglie|uova|flessen|eieren)$/;

const BREWER =
  /^(?:filters?|filtertuten|maker|moka|percolator|cafetiere|theiere|cafetera|caffettiera|teapot|holder|carrier|rack|porte)$|(?:kanne|maschine|halter)$/;

const HOLDER =
  /^(?:holder|carrier|rack|organi[sz]er|porte|coquetier|huevera|portauovo)$|(?:halter|flaschentrager|stander|eierkarton|eierbox)$/;

/** `9-14 kg`, `bis 10 kg`, `15 kg+`: of who wears or takes it. */
export function isLimit(
  tokens: readonly Token[],
  at: number,
  number: NumberAt & { readonly after: number; readonly unit: Unit },
): boolean {
  if (number.unit.kind !== 'g') return false;
  const [plus, then] = [tokens[number.after], tokens[number.after + 1]];
  if (plus?.text === '+' && plus.isGlued && !(then?.kind === 'number' && then.isGlued)) return true;
  const [before, earlier] = [tokens[at - 1], tokens[at - 2]];
  if (isFromTo(tokens, at, number)) return true;
  const isOver = before?.text === '+' && tokens[at]!.isGlued && number.unit.factor > 400;
  if (isOver && tokens[at - 3]?.kind !== 'number' && earlier?.kind !== 'number') return true;
  if (before && (UP_TO.has(before.text) || before.text === '<' || before.text === '>')) return true;
  if (before?.text === 'a' && tokens[at - 3]?.text === 'jusqu') return true;
  const from = earlier?.kind === 'number' || earlier?.kind === 'word' ? earlier : tokens[at - 3];
  const isSlash = before?.text === '/' && number.unit.isMetric;
  const isHyphen = (before?.text === '-' || isSlash) && from !== undefined && /^\d/.test(from.text);
  return isHyphen && number.unit.factor > 400 && decimal(from.text) < number.value;
}

/** Both of `6 kg - 10 kg`. */
function isFromTo(
  tokens: readonly Token[],
  at: number,
  { after, unit }: { readonly after: number; readonly unit: Unit },
): boolean {
  if (unit.factor < 400) return false;
  const isSame = (token: Token | undefined) => unitNamed(token?.text ?? '') === unit;
  const isFrom =
    tokens[after]?.text === '-' && tokens[after + 1]?.kind === 'number' && isSame(tokens[after + 2]);
  return (
    isFrom || (tokens[at - 1]?.text === '-' && isSame(tokens[at - 2]) && tokens[at - 3]?.kind === 'number')
  );
}

/** Nobody packs 25 g of protein; 1 kg of protein powder is a pack. */
const LARGEST_PORTION = 60;

/** `with 27 g of pressed ginger`: of one thing that is in it. */
const WITH = /^(?:with|mit|avec|con|met|contains|enthalt|contient)$/;

const PER: ReadonlySet<string> = new Set(['per', 'pro', 'je', 'par', 'por', 'pour', '/']);

/** `25 g protein`, `5 g per scoop`, `1000 sheets per roll`, `per 100 g`: not what the pack holds. */
export function isPortion(
  tokens: readonly Token[],
  at: number,
  { after, amount, unit }: { readonly after: number; readonly amount: number; readonly unit: Unit },
): boolean {
  const [next, then] = [tokens[after]?.text ?? '', tokens[after + 1]?.text ?? ''];
  const isOfOne = PER.has(next) && (isCounted(then) || ['day', 'tag', 'jour', 'scoop', 'cap'].includes(then));
  if (unit.kind === 'items') return isOfOne;
  const before = tokens[at - 1]?.text ?? '';
  if (unit.kind === 'g' && amount <= LARGEST_PORTION && WITH.test(before)) return true;
  const isOnly = tokens[after] === undefined && tokens.filter(({ kind }) => kind === 'number').length === 1;
  if (amount === 100 && before !== 'je' && before !== '/' && PER.has(before)) return !isOnly;
  const isOf = ['of', 'de', 'di'].includes(next);
  // `0,5 l per Dose`: a tin, in German.
  if (isOfOne && next !== '/' && then !== 'dose') return true;
  return amount <= LARGEST_PORTION && (isOfOne || NUTRIENTS.has(isOf ? then : next));
}
