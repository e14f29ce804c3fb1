/** Content of one pack: grams, millilitres or items. */
export interface PackSize {
  readonly amount: number;
  readonly unit: 'g' | 'ml' | 'items';
}

interface Unit {
  readonly unit: PackSize['unit'];
  readonly factor: number;
}

const MASS = { mg: 0.001, g: 1, gram: 1, grams: 1, gr: 1, kg: 1000, oz: 28.3495, lb: 453.592, lbs: 453.592 };
const VOLUME = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  ltr: 1000,
  liter: 1000,
  litre: 1000,
  liters: 1000,
  litres: 1000,
  floz: 29.5735,
  pt: 473.176,
  qt: 946.353,
  gal: 3785.41,
};
const ITEMS = (
  'item, items, piece, pieces, pc, pcs, count, ct, pack, packs, capsule, capsules, tablet, tablets, pod, ' +
  'pods, bag, bags, sachet, sachets, wipe, wipes, pad, pads, roll, rolls, blade, blades, bar, bars, can, ' +
  'cans, bottle, bottles, filter, filters, nappies, diapers, teabags, sheets, refills'
).split(', ');

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(MASS).map(([name, factor]): [string, Unit] => [name, { unit: 'g', factor }]),
  ...Object.entries(VOLUME).map(([name, factor]): [string, Unit] => [name, { unit: 'ml', factor }]),
  ...ITEMS.map((name): [string, Unit] => [name, { unit: 'items', factor: 1 }]),
]);

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const SIZE = new RegExp(
  String.raw`(?:\b(\d{1,3})\s*[x×*]\s*)?\b${NUMBER}\s*-?\s*(fl\.?\s*oz|[a-z]+)\b`,
  'giu',
);

/**
 * The size that a title speaks of: `500 g`, `2 x 30 capsules`, `1 L`, `12 fl oz`. The first that names a known unit counts,
 * texts in the order given. Null when none does.
 */
export function readPackSize(texts: readonly string[]): PackSize | null {
  for (const text of texts) {
    for (const [, times = '1', amount = '', name = ''] of text.toLowerCase().matchAll(SIZE)) {
      const unit = UNITS.get(name.replace(/[.\s]/g, ''));
      if (unit) return size(Number(times) * Number(amount.replace(',', '.')), unit);
    }
  }
  return null;
}

/** Shopify's own measurement of a variant (`quantityUnit` such as `KG`), or null for units of length and area. */
export function fromMeasurement(quantityValue: number, quantityUnit: string | null): PackSize | null {
  const unit = UNITS.get((quantityUnit ?? '').toLowerCase());
  return unit ? size(quantityValue, unit) : null;
}

function size(count: number, { unit, factor }: Unit): PackSize | null {
  const amount = Math.round(count * factor * 1000) / 1000;
  return amount > 0 && Number.isFinite(amount) ? { amount, unit } : null;
}
