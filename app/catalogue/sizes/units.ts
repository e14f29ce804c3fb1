import { isCounted } from './things';

// Words that units go by, in several languages; lower case, accents taken off.

/** `dose`: a strength such as mg per capsule; `extent`: length, area, time, layers. Neither is content. */
export type UnitKind = 'g' | 'ml' | 'items' | 'packs' | 'dose' | 'extent';

export interface Unit {
  readonly kind: UnitKind;
  /** Base units (g, ml, items) in one of it. */
  readonly factor: number;
  readonly isMetric: boolean;
}

const words = (text: string) => text.trim().split(/\s+/);

/** Counts that say how many without saying of what: `20 St`, `12 ct`. */
const PIECES =
  'item items piece pieces pc pcs pce pza pieza piezas pezzo pezzi pz pzas pces count ct cts ea unit units unidad unidades uds ud ' +
  'unite unites u stuck stucke stueck stck stk stks st stuk stuks шт штук';

const METRIC: readonly [UnitKind, number, string][] = [
  ['g', 1, 'g gr grs gm gms gram grams gramm gramme grammes gramo gramos grammi г гр'],
  ['g', 1000, 'kg kgs kilo kilos quilo quilos kilogram kilograms kilogramm kilogrammes кг'],
  ['ml', 1, 'ml mls milliliter millilitre milliliters millilitres мл'],
  ['ml', 10, 'cl'],
  ['ml', 100, 'dl'],
  ['ml', 1000, 'l lt ltr ltrs lrt liter litre liters litres litro litros litri л'],
];

const OTHER: readonly [UnitKind, number, string][] = [
  ['g', 28.349523, 'oz ozs z ounce ounces onces'],
  ['g', 453.59237, 'lb lbs pound pounds'],
  ['g', 500, 'pfund'],
  ['ml', 29.573529, 'floz'],
  ['ml', 473.176473, 'pt pts pint pints'],
  ['ml', 946.352946, 'qt qts quart quarts'],
  ['ml', 3785.411784, 'gal gals gall gallon gallons galon'],
  // Shopify's names for the imperial ones.
  ['ml', 568.26125, 'imppt'],
  ['dose', 1, 'mg mcg microgramme microgrammes µg μg ug iu ie ui kcal cal kj'],
  [
    'extent',
    1,
    'in inch inches ft foot feet yd yds yard yards cm mm m meter metre meters metres sq sqft sf cu w watt watts v ' +
      'mah gb tb h hr hrs hour hours day days week weeks month months year years yr yrs min mins sec diopt gauge ' +
      'gsm dpi hz percent spf lsf mil ply lagig lagiges lagige plis epaisseurs stunden tage wochen monate jahre ' +
      'heures jours semaines mois ans star times fach in1 denier den grit',
  ],
  [
    'packs',
    1,
    'pk pks pck pkg pkgs pkt pkts pack packs multipack packung packungen packg pckg paquet paquets paquete paquetes pacco pacchi astuccio astucci estuche estuches confezione ' +
      'confezioni pz-conf pak pakken p er can cans canette canettes lata latas lattina lattine blik blikken dosen bottle ' +
      'bottles btl btls flasche flaschen bouteille bouteilles botella botellas bottiglia bottiglie fles flessen flesjes ' +
      'flacon flacons flacone flaconi frasco frascos carton cartons ctn ctns karton kartons jar jars glas glaser bocal bocaux ' +
      'etui etuis pot pots potten vasetto vasetti barattolo barattoli tarro tarros bote botes tin tins tub tubs tube tubes tuben tubo ' +
      'tubos tubetto tubetti pouch pouches bidon bidons kanister eimer cup cups becher schale schalen tray trays barquette ' +
      'barquettes sach amp ser fertspr brique briques brik briks box boxes boite boites schachtel schachteln scatola scatole caja cajas doos',
  ],
  ['items', 1, `${PIECES} each pair pairs paar paire paires pares paia kit kits`],
  ['items', 12, 'dz doz dozen dozens dzn dutzend douzaine douzaines docena docenas dozzina dozijn'],
];

const PLAIN_COUNTS: ReadonlySet<string> = new Set(words(PIECES));

const UNITS: ReadonlyMap<string, Unit> = new Map([...entries(METRIC, true), ...entries(OTHER, false)]);

function entries(rows: readonly [UnitKind, number, string][], isMetric: boolean): [string, Unit][] {
  return rows.flatMap(([kind, factor, names]) =>
    words(names).map((name): [string, Unit] => [name, { kind, factor, isMetric }]),
  );
}

const THING: Unit = { kind: 'items', factor: 1, isMetric: false };

/** What a word means as a unit behind a number; a counted thing is one of itself. */
export const unitNamed = (name: string): Unit | undefined =>
  UNITS.get(name) ?? (isCounted(name) ? THING : undefined);

/** `20 St`, `12 ct`: how many, without saying of what. */
export const isPlainCount = (name: string): boolean => PLAIN_COUNTS.has(name);

/** Containers that are named on their own: "pack of 6", "Lot de 3". */
export const COLLECTIONS: ReadonlySet<string> = new Set(
  words(
    'pack box set case bundle lot b p s bte bt bag pouch carton tray packung paquet paquete caja boite confezione coffret etui sachet ' +
      'pak doos karton lote bte btes bl barquette plateau filet poche sac pochette blister plaquette colis assortiment schachtel schale beutel ' +
      'netz tube flacon bocal roll rouleau rolle rollo rotolo plq plaq bolsa bandeja malla vaschetta scatola sacchetto bakje zak',
  ),
);

/** Sizes that need no number when they are all a text says: `GAL`, `HALF GAL`, `DZ`. Not `L`: that is a dress size. */
export const ALONE: ReadonlySet<string> = new Set(words('gal gallon qt quart pt pint dz dozen doz lb'));

/** Of these the ones that may close a longer text: `Grow nutrient, quart`. */
export const ALONE_AT_END: ReadonlySet<string> = new Set(
  words('gal gallon qt quart dozen dutzend douzaine docena dozzina dozijn'),
);

/** What a weight before it is said of when it is a portion's, not the pack's: `25 g protein`. */
export const NUTRIENTS: ReadonlySet<string> = new Set(
  words(
    'protein proteins eiweiss eiweiß proteine proteines proteina proteinas carb carbs carbohydrate carbohydrates ' +
      'kohlenhydrate glucides sugar sugars zucker sucre sucres fat fett fibre fiber fibres ballaststoffe caffeine koffein ' +
      'cafeine bcaa bcaas eaa eaas creatine kreatin collagen kollagen collagene thc cbd',
  ),
);

/** What a weight behind it is said of when it is the wearer's, not the pack's: `bis 10 kg`. */
export const UP_TO: ReadonlySet<string> = new Set(
  words('to up bis jusqu ab uber over under unter from fino hasta tot oltre'),
);

/** Words before a number that only tells which one it is: `Size 4`, `Omega 3`, `Stufe 2`. */
export const LABELS: ReadonlySet<string> = new Set(
  words(
    'size sizes gr grosse groesse taille talla taglia maat no nr number nummer type typ series serie stage stufe intensite intensitat intensity force teinte step ' +
      'schritt level phase age etape omega vitamin vitamine vit coq formula formel factor spf lsf pre model version ch ' +
      'part starke ref sku code',
  ),
);

/** Numbers that are written as words; only where something countable follows. Not `elf` (a brand) and `neuf` (new). */
export const NUMERALS: ReadonlyMap<string, number> = new Map([
  ...numerals('two three four five six seven eight nine ten eleven twelve', 2),
  ...numerals('zwei drei vier funf sechs sieben acht neun zehn', 2),
  ...numerals('deux trois quatre cinq six sept huit', 2),
  ...numerals('dix onze douze', 10),
  ...numerals('dos tres cuatro cinco seis siete ocho nueve diez', 2),
  ...numerals('due tre quattro cinque sei sette otto nove dieci', 2),
  ...numerals('twee drie vier vijf zes zeven acht negen tien', 2),
]);

/** How many dozens an article means. */
export const DOZENS: ReadonlyMap<string, number> = new Map([
  ...['one', 'a', 'ein', 'une', 'una', 'een'].map((name): [string, number] => [name, 1]),
  ...['half', 'halbes', 'demi', 'media', 'mezza'].map((name): [string, number] => [name, 0.5]),
]);

function numerals(names: string, from: number): [string, number][] {
  return words(names).map((name, at) => [name, from + at]);
}

/** `twin pack`, `Doppelpack`: the word before `pack`, apart or in one. */
export const FOLDS: ReadonlyMap<string, number> = new Map([
  ...['twin', 'duo', 'double', 'dual', 'doppel', 'zweier'].map((name): [string, number] => [name, 2]),
  ...['triple', 'trio', 'dreier', 'tri'].map((name): [string, number] => [name, 3]),
  ...['vierer', 'quad'].map((name): [string, number] => [name, 4]),
  ['funfer', 5],
  ['sechser', 6],
  ['achter', 8],
  ['zehner', 10],
]);

/** What is given on top. */
export const FREE: ReadonlySet<string> = new Set(
  words(
    'free gratis gratuit gratuits gratuite gratuites gratuito gratuiti bonus offert offerts offerte offertes geschenkt extra extras',
  ),
);
