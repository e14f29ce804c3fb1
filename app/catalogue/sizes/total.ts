import type { Measure } from './measure';

/**
 * Sizes that things are sold in one by one, in g, ml and oz (`fl` or not): `24 pack 330 ml` is 330 ml each, while nobody
 * sells a single 218 g, so `4 pack 218 g` is what all four hold.
 */
const SINGLE_G: ReadonlySet<number> = new Set([
  85, 125, 390, 400, 410, 415, 425, 500, 750, 800, 1000, 1500, 2000,
]);
const SINGLE_ML: ReadonlySet<number> = new Set([
  ...[
    60, 75, 100, 125, 150, 180, 187, 200, 220, 237, 240, 250, 275, 300, 330, 340, 350, 355, 375, 400, 414,
    440,
  ],
  ...[
    450, 473, 500, 510, 550, 568, 591, 600, 650, 660, 700, 710, 750, 900, 946, 1000, 1250, 1500, 1750, 2000,
    5000,
  ],
]);

const SINGLE_OZ: ReadonlySet<number> = new Set([
  5.5, 7.5, 8.4, 8.5, 10.5, 11.2, 11.3, 11.5, 13.5, 14.5, 15.5, 16.9, 25.4, 33.8,
]);

/** After `5er`, which is followed by what all of them weigh more often than `5 pack` is, also these are single ones. */
const SINGLE_G_OF_ER: ReadonlySet<number> = new Set([100]);
const SMALLEST_PART_G_OF_ER = 5;

/** A part smaller than this is none that is sold: then the size is each one's. */
const SMALLEST_PART_G = 10;
const SMALLEST_PART_ML = 50;
const SMALLEST_PART_OZ = 0.5;
/** A coffee capsule and a steak; what is more is a pack of them. */
const SMALLEST_PIECE_G = 2;
const LARGEST_PIECE = 160;
/** `Pot x2 200 g`, not `Sachet x20 100 g`. */
const SMALLEST_POT_G = 5;
/** `Chips Sachet x6 30 g`. */
const LARGEST_SINGLE_BAG_G = 45;
/** `Knoppers 8er 200 g`. */
const LARGEST_BAR = 30;
/** More ounces than a single bottle or bag of a pack holds. */
const LARGEST_SINGLE_OZ = 64;

const SINGLE_FLOZ: ReadonlySet<number> = new Set([8, 10, 12, 16, 16.9, 20, 23.7, ...SINGLE_OZ]);

/** A bag of crisps; a larger one that is counted has that many pieces: `10.4 oz, 8 count`. */
const LARGEST_BAG_OZ = 4;
const LARGEST_PIECE_OZ = 0.5;
/** `12 count .9 oz`: behind the count only what is too little for all of them. */
const SMALLEST_PIECE_OZ = 0.1;
const FEWEST_BAGS = 4;

/** Whether ounces before a plain count are what each one holds: `1 oz bags, 40 count`, `16.9 fl oz 40 ct`. */
export function isOunceOfEach({ value, unit }: Measure, count: number, isBefore: boolean): boolean {
  if (unit.isMetric || unit.factor > 30 || count < FEWEST_BAGS) return false;
  if (unit.kind === 'ml') return SINGLE_FLOZ.has(value) && value / count < LARGEST_BAG_OZ;
  return value <= LARGEST_BAG_OZ && value / count < (isBefore ? LARGEST_PIECE_OZ : SMALLEST_PIECE_OZ);
}

/** Whether the weight or volume behind `4 pack` is what all of them hold together. */
export function isTotal(
  measures: readonly Measure[],
  { times, packs }: { readonly times: number; readonly packs: number },
  { isOfPieces, isInPots }: { readonly isOfPieces: () => boolean; readonly isInPots: () => boolean },
): boolean {
  const at = measures.findIndex(({ unit }) => unit.kind === 'g' || unit.kind === 'ml');
  const [before, content] = [measures[at - 1], measures[at]];
  if (!content || times > 1 || packs < 2 || !before || !/^(?:pk|pks|pack|packs|x|er)$/.test(before.name))
    return false;
  if (before.value !== packs || content.isInBrackets) return false;
  if (content.isApart && before.name !== 'x' && before.name !== 'er') return false;
  const { value, unit } = content;
  if (!unit.isMetric) {
    const isOunce = unit.factor < 30;
    const part = value / packs;
    const isWhole = Number.isInteger(value);
    return (
      isOunce &&
      !SINGLE_OZ.has(value) &&
      part >= SMALLEST_PART_OZ &&
      (value >= LARGEST_SINGLE_OZ || (!isWhole && part < 4))
    );
  }
  const amount = value * unit.factor;
  const part = amount / packs;
  if (before.name === 'x' && !content.isApart && isInPots() && part >= SMALLEST_POT_G) return false;
  if (before.name === 'x' && !content.isApart && unit.kind === 'g' && amount <= LARGEST_SINGLE_BAG_G)
    return false;
  const isDashed = before.name === 'x' && content.isApart && unit.kind === 'g';
  if (isDashed && !SINGLE_G.has(amount) && part >= SMALLEST_PIECE_G) return true;
  if (before.name !== 'er' && isOfPieces() && part >= SMALLEST_PIECE_G && part <= LARGEST_PIECE) return true;
  if (before.name === 'er' && unit.kind === 'g' && amount !== 85 && amount !== 100 && part <= LARGEST_BAR)
    return part >= SMALLEST_PART_G_OF_ER;
  if (before.name === 'er' && unit.kind === 'g')
    return !SINGLE_G.has(amount) && !SINGLE_G_OF_ER.has(amount) && amount / packs >= SMALLEST_PART_G_OF_ER;
  return unit.kind === 'g'
    ? !SINGLE_G.has(amount) && amount / packs >= SMALLEST_PART_G
    : !SINGLE_ML.has(amount) && amount / packs >= SMALLEST_PART_ML;
}
