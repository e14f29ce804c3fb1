import { isTotal } from './pack-total';
import { tokensOf, type Token } from './pack-size-tokens';
import { ALONE, ALONE_AT_END, unitNamed } from './pack-size-units';
import { readMeasures, type Measure } from './pack-size-measures';

/** Content of one pack: grams, millilitres or items. */
export interface PackSize {
  readonly amount: number;
  readonly unit: 'g' | 'ml' | 'items';
}

/** Beyond this many grams, millilitres or items, `144 oz/12 pk` is what the box holds, not each of its packs. */
const LARGEST_BOX = 20_000;

/** Two sizes this near are one size said twice: `12 oz / 340 g`. */
const SAME_SIZE = 1.15;

/**
 * The size that texts speak of, the most particular first (variant, then product): `500 g`, `2 x 30 capsules`, `22 LB`,
 * `6 PK 12 OZ`, `1 1/2 lb`, `0,75 l`. A text with only a number of packs (`3-pack`) multiplies the size of the next ones.
 * An ounce without "fl" is a weight. Null when none names a size; linear in the length of the texts.
 */
export function readPackSize(texts: readonly string[]): PackSize | null {
  let packs = 1;
  for (const text of texts) {
    const found = readText(text);
    if (!found) continue;
    if (found.size) return boxed(found.size.amount, packs, found.size.unit);
    packs = found.packs;
  }
  return packs > 1 && packs <= LARGEST_BOX ? size(packs, 'items') : null;
}

/** Shopify's own measurement of a variant (`quantityUnit` such as `KG`), or null for units of length and area. */
export function fromMeasurement(quantityValue: number, quantityUnit: string | null): PackSize | null {
  const name = (quantityUnit ?? '').toLowerCase();
  if (name === 'mg') return size(quantityValue / 1000, 'g');
  const unit = unitNamed(name);
  if (!unit || unit.kind === 'extent' || unit.kind === 'dose' || unit.kind === 'packs') return null;
  return size(quantityValue * unit.factor, unit.kind);
}

/** As people write it, in English: `500 g`, `1.5 kg`, `750 ml`, `60 items`. Reading it gives the same size again. */
export function formatPackSize({ amount, unit }: PackSize): string {
  if (unit === 'items') return `${amount} ${amount === 1 ? 'item' : 'items'}`;
  if (amount < 1000) return `${amount} ${unit}`;
  return `${Math.round(amount * 1000) / 1e6} ${unit === 'g' ? 'kg' : 'l'}`;
}

interface Found {
  readonly size: PackSize | null;
  readonly packs: number;
}

function readText(text: string): Found | null {
  const tokens = tokensOf(text);
  const { measures: all, times } = readMeasures(tokens);
  const measures = all.filter((one) => !isOfSomethingElse(one, all));
  const packs = packsOf(measures, times);
  const content = contentOf(measures);
  const items = itemsOf(measures);
  if (content && !(items && isCapacity(measures))) {
    const { amount, unit } = content;
    const isWhole = isTotal(measures, { times, packs });
    return { size: boxed(amount, isWhole ? 1 : packs, unit), packs };
  }
  if (items) {
    const isWhole = packs > 1 && isSaidOfAll(items, { times, packs });
    return { size: boxed(items.value * items.unit.factor, isWhole ? 1 : packs, 'items'), packs };
  }
  if (packs > 1) return { size: null, packs };
  const alone = sizeAlone(tokens);
  return alone && { size: alone, packs };
}

/** The weight of who wears or takes it, beside a count; what one portion holds. */
function isOfSomethingElse(one: Measure, all: readonly Measure[]): boolean {
  const isCounted = all.some(({ unit }) => unit.kind === 'items' || unit.kind === 'packs');
  return one.isPortion || (one.isLimit && (isCounted || one.unit.isMetric));
}

/** `6Pk 6X32g`, `4 Pack (4 cans)`: the same number of packs said twice counts once. */
function packsOf(measures: readonly Measure[], times: number): number {
  const counts = measures.filter((one) => one.unit.kind === 'packs').map((one) => one.value);
  const others = [...new Set(counts)].filter((count) => count !== times);
  return others.reduce((all, count) => all * count, times);
}

/** From so many on, a count that equals that of packs is theirs: `80 tea bags 80pk`; `6 pack 6 count` is 36. */
const SAME_COUNT = 10;

/** `4 bottles (240 capsules)`: what all packs hold together. */
function isSaidOfAll(
  items: Measure,
  { times, packs }: { readonly times: number; readonly packs: number },
): boolean {
  if (times > 1) return false;
  if (items.value === packs && packs >= SAME_COUNT) return true;
  return items.isInBrackets && items.value % packs === 0 && items.value / packs >= SAME_COUNT;
}

/** What is counted next to its number, before what is counted further off. */
function itemsOf(measures: readonly Measure[]): Measure | undefined {
  const items = measures.filter((one) => one.unit.kind === 'items');
  return items.find((one) => !one.isFar) ?? items[0];
}

/** `20 CT/13 GAL`, bags: what each of them takes, not what is in them. */
function isCapacity(measures: readonly Measure[]): boolean {
  return measures.some((one) => one.unit.kind === 'ml' && !one.unit.isMetric && one.unit.factor > 900);
}

/** Weight or volume, outside brackets first; `1 lb 4 oz` added up, a metric size before the same one in ounces. */
function contentOf(measures: readonly Measure[]): PackSize | null {
  const contents = measures.filter((one) => one.unit.kind === 'g' || one.unit.kind === 'ml');
  const first = contents.find((one) => !one.isInBrackets) ?? contents[0];
  if (!first) return null;
  const second = contents[contents.indexOf(first) + 1];
  const own = { amount: first.value * first.unit.factor, unit: first.unit.kind as 'g' | 'ml' };
  if (!second) return own;
  const other = { amount: second.value * second.unit.factor, unit: second.unit.kind as 'g' | 'ml' };
  const isRest =
    !second.isApart && second.unit.kind === first.unit.kind && second.unit.factor < first.unit.factor;
  if (isRest && other.amount < first.unit.factor) return { ...own, amount: own.amount + other.amount };
  const isSame = Math.max(own.amount / other.amount, other.amount / own.amount) < SAME_SIZE;
  return isSame && second.unit.isMetric && !first.unit.isMetric ? other : own;
}

function sizeAlone(tokens: readonly Token[]): PackSize | null {
  const [first, second] = tokens;
  const half = first?.text === 'half' && tokens.length === 2;
  const isAll = half || tokens.length === 1;
  const name = (isAll ? (half ? second : first) : tokens.at(-1))?.text ?? '';
  const unit = (isAll ? ALONE : ALONE_AT_END).has(name) ? unitNamed(name) : undefined;
  if (!unit || unit.kind === 'extent' || unit.kind === 'dose' || unit.kind === 'packs') return null;
  return size(unit.factor * (half ? 0.5 : 1), unit.kind);
}

function boxed(each: number, packs: number, unit: PackSize['unit']): PackSize | null {
  return size(each * packs > LARGEST_BOX ? each : each * packs, unit);
}

function size(count: number, unit: PackSize['unit']): PackSize | null {
  const amount = Math.round(count * 1000) / 1000;
  return amount > 0 && Number.isFinite(amount) ? { amount, unit } : null;
}
