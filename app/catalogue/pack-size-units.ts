/** Words that units of content go by, in several languages; lower case, accents taken off. */

/** `dose`: a strength such as mg per capsule; `extent`: length, area, time, layers. Neither is content. */
export type UnitKind = 'g' | 'ml' | 'items' | 'packs' | 'dose' | 'extent';

export interface Unit {
  readonly kind: UnitKind;
  /** Base units (g, ml, items) in one of it. */
  readonly factor: number;
  readonly isMetric: boolean;
}

const words = (text: string) => text.trim().split(/\s+/);

const METRIC: readonly [UnitKind, number, string][] = [
  ['g', 1, 'g gr gm gms gram grams gramm gramme grammes gramo gramos grammi г гр'],
  ['g', 1000, 'kg kgs kilo kilos kilogram kilograms kilogramm kilogrammes кг'],
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
  ['dose', 1, 'mg mcg µg μg ug iu ie ui kcal cal kj'],
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
    'pk pks pck pkt pkts pack packs multipack packung packungen paquet paquets paquete paquetes confezione confezioni ' +
      'pz-conf p er can cans dose dosen bottle bottles btl btls flasche flaschen bouteille bouteilles botella botellas ' +
      'flacon flacons carton cartons ctn ctns karton kartons jar jars glas glaser bocal bocaux tin tins tub tubs ' +
      'tube tubes tuben pouch pouches bidon cup cups becher box boxes boite boites schachtel schachteln',
  ],
  [
    'items',
    1,
    'item items piece pieces pc pcs pce pieza piezas count ct cts ea each unit units stuck stk stuks st pz pezzi ' +
      'unidades uds ud шт штук pair pairs paar paire paires kit kits unite unites',
  ],
  ['items', 12, 'dz doz dozen dzn dutzend douzaine'],
];

/** Things that are counted one by one, and of which a title may say what sort they are: `60 veg capsules`. */
const COUNTED =
  'capsule capsules caps cap vegcap vegcaps vcap vcaps vegicap vegicaps kapsel kapseln gelule gelules capsulas ' +
  'compresse softgel softgels perle perles tablet tablets tabl tabs tablette tabletten comprime comprimes cpr ' +
  'comprimidos pill pills pille pillen dragee dragees gummy gummies lozenge lozenges pastille pastillen pastilles ' +
  'pod pods dosette dosettes pad pads bag bags beutel sachet sachets bustine filtri infusette infusettes stick sticks ' +
  'teabag teabags wipe wipes tuch tucher lingette lingettes toallitas tissue tissues mouchoir mouchoirs roll rolls ' +
  'rolle rollen rouleau rouleaux rotoli rollos sheet sheets blatt feuille feuilles blade blades klinge klingen lame ' +
  'lames bar bars riegel barre barres filter filters filtre filtres cartridge cartridges kartusche kartuschen ' +
  'cartouche cartouches nappy nappies diaper diapers windel windeln couche couches panal panales tampon tampons ' +
  'binde binden slipeinlage slipeinlagen einlage einlagen serviette serviettes servietten refill refills load loads ld ' +
  'lds wash washes waschladung waschladungen wl lavage lavages use uses anwendungen dose doses serving servings ' +
  'portion portions portionen serve serves strip strips streifen swab swabs stabchen candle candles kerze kerzen bougie ' +
  'bougies stem stems slice slices scheiben tranches square squares ampoule ampoules ampulle ampullen vial vials ' +
  'pipette pipettes pipetten patch patches brush brushes burste bursten brosse brosses head heads kopfe napkin napkins ' +
  'liner liners plaster plasters pflaster pansement pansements lens lenses linse linsen lentille lentilles eggs eier ' +
  'oeufs packet packets packchen chew chews kausnack kausnacks kaustreifen lancet lancets lanzetten needle needles ' +
  'nadeln mask masks maske masken masque masques cloth cloths towel towels sponge sponges schwamm schwamme eponge ' +
  'eponges biscuit biscuits cookie cookies keks kekse straw straws strohhalme pailles glove gloves handschuhe gants ' +
  'tab cube cubes wurfel suppository suppositories zapfchen drops bonbon bonbons teebeutel';

/** A French or English "dose" is a portion; "Dosen", a German can, is in the plural. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...entries(METRIC, true),
  ...entries(OTHER, false),
  ...entries([['items', 1, COUNTED]], false),
]);

function entries(rows: readonly [UnitKind, number, string][], isMetric: boolean): [string, Unit][] {
  return rows.flatMap(([kind, factor, names]) =>
    words(names).map((name): [string, Unit] => [name, { kind, factor, isMetric }]),
  );
}

const COUNTED_NAMES: ReadonlySet<string> = new Set(words(COUNTED));

/** Plurals that do not look like one. */
const PLURALS: ReadonlySet<string> = new Set(
  words(
    'beutel tucher filter filtri bustine rotoli compresse blatt pflaster eier wurfel riegel tabl tbl cpr ld wl ' +
      'schwamme handschuhe kopfe teebeutel',
  ),
);

/** German writes what it counts in one word: `Weichkapseln`, `Filtertüten`, `Waschladungen`. */
const COMPOUND =
  /^\p{L}{3,}(?:kapseln|tabletten|beutel|tuten|tucher|rollen|tabs|pads|windeln|binden|einlagen|klingen|kerzen|riegel|pastillen|ampullen|pflaster|linsen|ladungen|stabchen|streifen|servietten|kissen|dragees|filter|snacks)$/u;

export const unitNamed = (name: string): Unit | undefined =>
  UNITS.get(name) ?? (COMPOUND.test(name) ? UNITS.get('stuck') : undefined);

/** Whether a word names things that are counted one by one, other than `piece` or `ct`. */
export const isCounted = (name: string): boolean => COUNTED_NAMES.has(name) || COMPOUND.test(name);

/** Singulars that look like a plural. */
const SINGULARS: ReadonlySet<string> = new Set(words('napkin tampon bonbon lens keks'));

/** Several of them: what may stand a few words behind its number. */
export const isSeveral = (name: string): boolean =>
  isCounted(name) &&
  !SINGULARS.has(name) &&
  (/[snx]$/.test(name) || PLURALS.has(name) || COMPOUND.test(name));

/** Containers that are named on their own: "pack of 6", "Lot de 3". */
export const COLLECTIONS: ReadonlySet<string> = new Set(
  words('pack box set case bundle lot bag pouch carton tray packung paquet paquete caja boite confezione'),
);

/** Sizes that need no number when they are all a text says: `GAL`, `HALF GAL`, `DZ`. Not `L`: that is a dress size. */
export const ALONE: ReadonlySet<string> = new Set(words('gal gallon qt quart pt pint dz dozen doz lb'));

/** Of these the ones that may close a longer text: `Grow nutrient, quart`. */
export const ALONE_AT_END: ReadonlySet<string> = new Set(words('gal gallon qt quart'));

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
    'size sizes gr grosse groesse taille talla taglia maat no nr number nummer type typ series serie stage stufe step ' +
      'schritt level phase age etape omega vitamin vitamine vit coq formula formel factor spf lsf pre model version vol ' +
      'part starke art ref sku code',
  ),
);

/** Numbers that are written as words; only where something countable follows. */
export const NUMERALS: ReadonlyMap<string, number> = new Map([
  ...numerals('two three four five six seven eight nine ten eleven twelve', 2),
  ...numerals('zwei drei vier funf sechs sieben acht neun zehn elf zwolf', 2),
  ...numerals('deux trois quatre cinq six sept huit neuf dix onze douze', 2),
]);

function numerals(names: string, from: number): [string, number][] {
  return words(names).map((name, at) => [name, from + at]);
}

/** `twin pack`, `Doppelpack`: the word before `pack`, apart or in one. */
export const FOLDS: ReadonlyMap<string, number> = new Map([
  ...['twin', 'duo', 'double', 'dual', 'doppel', 'zweier'].map((name): [string, number] => [name, 2]),
  ...['triple', 'trio', 'dreier', 'tri'].map((name): [string, number] => [name, 3]),
  ...['vierer', 'quad'].map((name): [string, number] => [name, 4]),
  ['sechser', 6],
]);

/** What is given on top. */
export const FREE: ReadonlySet<string> = new Set(
  words('free gratis bonus offert offerts offerte offertes geschenkt extra extras'),
);
