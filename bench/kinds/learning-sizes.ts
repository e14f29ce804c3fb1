import type { Kind } from '../../app/catalogue/kinds/kind';

const list = (text: string) => text.split(' | ');

const AMOUNTS = list(
  '1 | 2 | 3 | 4 | 5 | 6 | 8 | 10 | 12 | 20 | 24 | 30 | 40 | 50 | 60 | 75 | 80 | 90 | 100 | 120',
);
const ITEMS = list(
  'Stück | pcs | count | Pack | ct | pièces | St. | er Pack | pack | unités | uds | pezzi | stuks | x | Stk | pieces',
);
const SIZES = {
  g: list(
    '250g | 500 g | 100g | 1kg | 1,2 kg | 2 kg | 75 g | 12 oz | 3x100g | 8x15g | 10 kg | 1 lb | 400 g | 150 G',
  ),
  ml: list(
    '750ml | 1L | 500 ml | 50 ml | 0,7 l | 33cl | 8 fl oz | 250ml | 2x400ml | 1,5 l | 5 L | 16 oz | 75 ml | 100ML',
  ),
  extent: list(
    '30 cm | 40x60cm | 24 inch | 15" | 2 m | 120 x 80 cm | 10mm | 3 m | 50 cm | 1.5m | 20 Zoll | 43 pouces | 5 ft',
  ),
  electric: list(
    '500W | 12V | 64GB | 2 m | 5000mAh | 1TB | 230V | 27 inch | 1000 W | 32 Zoll | 18 V | 5 Volt',
  ),
  vessel: list('450ml | 0,5 l | 28 cm | 1L | 2 l | 24cm | 350 ml | 20 cm | 16 oz | 20L | 40 l | 120 L'),
};
const ELECTRIC = new Set(
  list(
    'electronics | household appliances | kitchen appliances | tools and hardware | lamps and lighting | ' +
      'vehicles and parts | beauty tools | musical instruments',
  ),
);
const VESSEL = new Set(
  list(
    'kitchen and table | apparel and bags | sports and outdoors | home and decoration | baby gear | pet gear | ' +
      'plants and garden',
  ),
);

/** How big, or how many; often not said. */
export function sizeOf({ name, cycleDays, typicalPack }: Kind, random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  if (random() < (cycleDays === null ? 0.65 : 0.4)) return '';
  const items = () => `${pick(AMOUNTS)} ${pick(ITEMS)}`;
  if (cycleDays === null) {
    const sort = random();
    if (sort < 0.25) return items();
    if (ELECTRIC.has(name) && sort < 0.7) return pick(SIZES.electric);
    if (VESSEL.has(name) && sort < 0.6) return pick(SIZES.vessel);
    return pick(SIZES.extent);
  }
  const units = Object.keys(typicalPack ?? { items: 1 }) as ('g' | 'ml' | 'items')[];
  const unit = random() < 0.15 ? 'items' : units[Math.floor(random() * units.length)]!;
  return unit === 'items' ? items() : pick(SIZES[unit]);
}
