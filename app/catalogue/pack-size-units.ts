/** Words that units of content go by, in several languages; lower case, accents taken off. */

/** `dose`: a strength such as mg per capsule; `extent`: length, area, weight of a person. Neither is content. */
export type UnitKind = 'g' | 'ml' | 'items' | 'packs' | 'dose' | 'extent';

export interface Unit {
  readonly kind: UnitKind;
  /** Base units (g, ml, items) in one of it. */
  readonly factor: number;
  readonly isMetric: boolean;
}

const words = (text: string) => text.trim().split(/\s+/);

const METRIC: readonly [UnitKind, number, string][] = [
  ['g', 1, 'g gr gm gms gram grams gramm gramme grammes gramo gramos grammi г'],
  ['g', 1000, 'kg kgs kilo kilos kilogram kilograms kilogramm kilogrammes кг'],
  ['ml', 1, 'ml mls milliliter millilitre milliliters millilitres мл'],
  ['ml', 10, 'cl'],
  ['ml', 100, 'dl'],
  ['ml', 1000, 'l lt ltr ltrs lrt liter litre liters litres litro litros litri л'],
];

const OTHER: readonly [UnitKind, number, string][] = [
  ['g', 28.349523, 'oz ozs z ounce ounces'],
  ['g', 453.59237, 'lb lbs pound pounds'],
  ['ml', 29.573529, 'floz'],
  ['ml', 473.176473, 'pt pts pint pints'],
  ['ml', 946.352946, 'qt qts quart quarts'],
  ['ml', 3785.411784, 'gal gals gallon gallons galon'],
  // Shopify's names for the imperial ones.
  ['ml', 568.26125, 'imppt'],
  ['dose', 1, 'mg mcg µg μg ug iu ie ui'],
  [
    'extent',
    1,
    'in inch inches ft foot feet yd yds yard yards cm mm m meter metre meters metres sq sqft sf cu w watt watts v ' +
      'mah gb tb h hr hrs hour hours day days week weeks month months year years yr yrs min mins sec diopt gauge ' +
      'gsm dpi hz percent spf mil',
  ],
  [
    'packs',
    1,
    'pk pks pck pack packs packung packungen paquet paquets paquete paquetes confezione pz-conf p er ' +
      'can cans dose dosen bottle bottles btl btls flasche flaschen bouteille bouteilles botella botellas ' +
      'carton cartons ctn ctns jar jars tin tins tub tubs tube tubes pouch pouches bidon cup cups',
  ],
  [
    'items',
    1,
    'item items piece pieces pc pcs pce count ct cts ea each unit units stuck stk stuks pz pezzi unidades uds ud шт ' +
      'piezas pieza capsule capsules caps cap kapsel kapseln gelule gelules capsulas softgel softgels tablet ' +
      'tablets tabs tablette tabletten comprime comprimes comprimidos pill pills gummy gummies lozenge lozenges ' +
      'pod pods pad pads bag bags beutel sachet sachets stick sticks teabag teabags wipe wipes tissue tissues ' +
      'roll rolls rolle rollen rouleau rouleaux sheet sheets blatt feuilles blade blades bar bars filter filters ' +
      'cartridge cartridges nappy nappies diaper diapers windeln refill refills load loads ld lds wash washes ' +
      'waschladungen lavages use uses dose doses serving servings portion portions portionen serve serves strip ' +
      'strips swab swabs candle candles stem stems pair pairs paar kit kits slice slices square squares ' +
      'ampoule ampoules vial vials patch patches brush brushes head heads napkin napkins liner liners plaster plasters',
  ],
  ['items', 12, 'dz doz dozen dzn'],
];

/** A French or English "dose" is a portion; "Dosen", a German can, is in the plural. */
const UNITS: ReadonlyMap<string, Unit> = new Map([...entries(METRIC, true), ...entries(OTHER, false)]);

function entries(rows: readonly [UnitKind, number, string][], isMetric: boolean): [string, Unit][] {
  return rows.flatMap(([kind, factor, names]) =>
    words(names).map((name): [string, Unit] => [name, { kind, factor, isMetric }]),
  );
}

export const unitNamed = (name: string): Unit | undefined => UNITS.get(name);

/** Containers that are named on their own: "pack of 6", "Lot de 3". */
export const COLLECTIONS: ReadonlySet<string> = new Set(
  words('pack box set case bundle lot bag pouch carton tray packung paquet paquete caja boite confezione'),
);

/** Sizes that need no number when they are all a text says: `GAL`, `HALF GAL`, `DZ`. Not `L`: that is a dress size. */
export const ALONE: ReadonlySet<string> = new Set(words('gal gallon qt quart pt pint dz dozen doz lb'));
