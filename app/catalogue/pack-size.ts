import { readText, type TextSize } from './sizes/read-text';
import { unitNamed } from './sizes/units';

/** Content of one pack: grams, millilitres or items. */
export interface PackSize {
  readonly amount: number;
  readonly unit: 'g' | 'ml' | 'items';
}

/** Raised when titles are read otherwise than before: the sizes of stored products are then read anew. */
export const SIZE_READER = 2;

/** Beyond this many grams, millilitres or items, `144 oz/12 pk` is what the box holds, not each of its packs. */
const LARGEST_BOX = 20_000;

/** More grams, millilitres or things than a shopper buys: believed where one measure says so (`50 l` of soil), never as a product. */
const LARGEST_PRODUCT = { g: 40_000, ml: 40_000, items: 5_000 };

/** `50 l lot de 2` of soil, `4 x 15 kg` of pellets: few packs next to their size are no guess. */
const FEW_PACKS = 10;
const LARGEST_LOAD = 100_000;

/** Nobody sells a shopper a tonne. */
const LARGEST_PALLET = 1_000_000;

/**
 * The size that texts speak of, the most particular first (variant, then product): `500 g`, `2 x 30 capsules`, `22 LB`,
 * `6 PK 12 OZ`, `1 1/2 lb`, `0,75 l`. A text with only a number of packs (`3-pack`) multiplies the size of the next ones;
 * a variant that says it is one of several packs (`1-pack`) is one item where no size follows. An ounce without "fl" is a
 * weight. Null when none names a size; linear in the length of the texts.
 */
export function readPackSize(texts: readonly string[]): PackSize | null {
  let packs = 1;
  let isVariantOfPacks = false;
  for (const [at, text] of texts.entries()) {
    const found = readText(text);
    if (found?.content) return boxed(found, packs);
    if (!found) continue;
    packs = found.packs;
    isVariantOfPacks ||= at < texts.length - 1;
  }
  return (packs > 1 && packs <= LARGEST_BOX) || isVariantOfPacks ? size(packs, 'items') : null;
}

/** Shopify's own measurement of a variant (`quantityUnit` such as `KG`), or null for units of length and area and beyond a pallet. */
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

function boxed({ content, packs, sure }: TextSize, ofVariant: number): PackSize | null {
  const { amount, unit } = content!;
  const largest = unit === 'items' ? LARGEST_BOX : LARGEST_PALLET;
  const times = amount * packs > LARGEST_BOX ? Math.min(packs, sure) : packs;
  const [box, all] = [amount * times, amount * times * ofVariant];
  const isTold = times === sure && times <= FEW_PACKS && all <= LARGEST_LOAD;
  const most = isTold ? largest : LARGEST_PRODUCT[unit];
  return size(all <= most ? all : box <= most ? box : amount, unit);
}

/** Null for what nobody sells: nothing, half a piece, more than a pallet, and what is no number. */
function size(count: number, unit: PackSize['unit']): PackSize | null {
  const amount = Math.round(count * 1000) / 1000;
  if (unit === 'items' && !Number.isInteger(amount)) return null;
  return amount > 0 && amount <= (unit === 'items' ? LARGEST_BOX : LARGEST_PALLET) ? { amount, unit } : null;
}
