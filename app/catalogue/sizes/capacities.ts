import { isFilling } from './fillings';
import type { Token } from './token';
import { unitNamed } from './units';
import { vesselCapacity, type Capacity } from './vessels';

const words = (text: string) => text.trim().split(/\s+/);

/** Bags that are bought by the piece: a volume beside them is what one of them takes. `20 bin bags 50 l`. */
const BAGS =
  'zipper zipbeutel trash garbage refuse ziploc canliner canliners poubelle poubelles congelation basura spazzatura immondizia vuilniszak vuilniszakken ' +
  'pedaalemmerzakken diepvrieszakjes diepvrieszakken gobelet gobelets';

/** Things to keep that a volume or weight is the capacity of: `rucksack 30 l`, `fridge 225 l`, `tumbler 10 oz`. */
const KEPT =
  'backpack rucksack mochila zaino rugzak suitcase valise koffer trolley duffel koelbox kettle bouilloire waterkoker bollitore ' +
  'hervidor fridge refrigerator refrigerateur frigo frigorifico koelkast congelateur airfryer ' +
  'blender saucepan casserole topf poele kookpot tumbler thermos trinkflasche isolierflasche isolierbecher babyflasche ' +
  'biberon biberons mamadera karaffe carafe decanter scales waage weegschaal bilancia chair chaise silla gamingstoel ' +
  'trampoline dumbbell dumbbells kettlebell hantel haltere lavadora lavatrice wasmachine mulleimer abfalleimer treteimer ' +
  'lunchbox brotdose arrosoir schussel weinglas trinkglas kinderwagen kindersitz babyschale poussette stroller empty leer leere ' +
  'humidifier humidificateur luftbefeuchter humidificador umidificatore dehumidifier deumidificatore shaker pitcher pichet brocca ' +
  'marmite faitout cocotte theiere olla sarten cazuela cafetera licuadora freidora nevera pentola padella caffettiera glaciere ' +
  'hachoir robot mixeur batteur yaourtiere centrifugeuse cuiseur autocuiseur sorbetiere climatiseur refroidisseur ventilateur ' +
  'zwembad piscine piscina pool planschbecken regentonne regenton recuperateur citerne aquarium terrarium kompressor compresseur ' +
  'compressor minibar frigobar mikrowelle friteuse luchtbevochtiger wasmand prullenbak plantenbak pedaalemmer cuisiniere chopper juicer zerkleinerer entsafter standmixer batidora exprimidor tritatutto frullatore ' +
  'spremiagrumi bolsos mochilas valises glacieres diepvriesdozen diepvriesdoos vrieszakken bewaardoos bewaardozen contenitore ' +
  'contenitori tupperware vershouddoos nalgene aspirateur aspiradora aspirapolvere stofzuiger ' +
  'leeres vuoto vacio vacia leeg edelstahl porzellan keramik inox stainless ceramic porcelaine ceramique acciaio acero';

const NAMES: ReadonlySet<string> = new Set([...words(BAGS), ...words(KEPT)]);

const COMPOUND =
  /(?:(?:mull|abfall|gefrier|zip|allzweck|kompost|laub)(?:beutel|tuten|sacke)|(?:vuilnis|afval|container|vries|diepvries)(?:zak|zakken|zakjes)|foodbox(?:en)?|(?:euro|stapel|klapp|lager|transport|sicht)(?:box(?:en)?|behalter)|(?:abfull|fass|kanister|umfull|tauch|teich)pumpen?|(?:papp|plastik|einweg|trink|thermo|kaffee)becher|(?:koch|suppen|schnellkoch|brat|stiel)topf|rucksack|waage|maschine|vollautomat|standmixer|fritteuse|schrank|kocher|koffer|stuhl|(?:brat|grill|wok)pfanne|kanne|karaffe|(?:sport|reise|umhange)tasche|waschekorb|regal|hantel|hantelset|napf|sbox|vorratsdosen?)$/u;

const PHRASE =
  /(?:^| )(?:sac (?:a dos|de sport)|(?:lave|seche) - linge|pese - personne|(?:bin|can|freezer) (?:bags?|liners?)|(?:washing|coffee|espresso) machine|machine a (?:laver|cafe)|air fryer|friteuse sans huile|(?:kitchen|bathroom) scales?|balance de cuisine|water bottle|french press|(?:coffee|travel) mugs?|pour over kettle|slow cooker|crock pot|instant pot|hydro flask|tire - lait|(?:flacon|pot|spray|tube|bouteille|bidon|bac|seau|bocal|jerrican|vaporisateur|pulverisateur)s? vides?|(?:boite|bac|caisse)s? de rangement|bacs? gastro[a-z]*|(?:pump|pumpe|pompe|pompa|bomba) (?:for|fur|pour|per|para)|(?:plastic|paper|foam|disposable) (?:cups?|bowls?|containers?))(?: |$)/u;

/** What such things are cared for or filled with: `Entkalker Kaffeemaschine 1 l`, `mineral water bottle 1 l`. */
const CARE =
  /reiniger$|entkalker$|salz$|spuler$|^(?:cleaner|descaler|detergent|detersivo|nettoyant|detartrant|lessive|detergente|limpiador|limpieza|decalcificante|anticalcare|antikalk|salt|freshener|deodorizer|mineral|spring)$/u;

/** `descaler for the kettle 500 ml` is a descaler. */
const FOR: ReadonlySet<string> = new Set(words('fur for pour para per voor zu zum zur im in'));

/** A thing to keep is told in litres, ounces and kilograms. */
const keptCapacity: Capacity = ({ kind, factor }) => kind === 'ml' || (kind === 'g' && factor > 1);

/** Also names of brands and dishes: `Kettle chips`, `poêlée de légumes`, `Chivas Regal`; a filling tells that they are. */
const AMBIGUOUS = /^(?:kettle|poele|casserole|cocotte|marmite|olla|topf|regal|robot|shaker|aquarium|pool)$/;

/** Which measures of a text tell what goes into the thing that is sold, null where it is no vessel. */
export function capacityIn(tokens: readonly Token[]): Capacity | null {
  if (tokens.some(({ text }) => CARE.test(text))) return null;
  const isNamed = ({ kind, text }: Token, at: number) =>
    kind === 'word' &&
    !(AMBIGUOUS.test(text) && tokens.some(isFilling)) &&
    (NAMES.has(text) || COMPOUND.test(text)) &&
    ![1, 2, 3].some((back) => FOR.has(tokens[at - back]?.text ?? ''));
  const vessel = vesselCapacity(tokens);
  const isKept = tokens.some(isNamed) || PHRASE.test(tokens.map(({ text }) => text).join(' '));
  return isKept || isPartOfVessel(tokens) ? (unit) => keptCapacity(unit) || vessel?.(unit) === true : vessel;
}

/** Parts and holders of vessels: what stands behind "for" is the vessel's: `lids for 24 oz tumblers`. */
const PARTS: ReadonlySet<string> = new Set(
  words(
    'lid lids straw straws holder gasket deckel ersatzdeckel verschluss halter becherhalter strohhalm couvercle couvercles bouchon ' +
      'bouchons paille pailles tapon tapones tapa tapas pajita funda coperchio coperchi tappo tappi cannuccia custodia deksel ' +
      'deksels dop doppen rietje houder',
  ),
);

function isPartOfVessel(tokens: readonly Token[]): boolean {
  const part = tokens.findIndex(({ text }) => PARTS.has(text));
  const joint = tokens.findIndex(({ text }, at) => at > part && FOR.has(text));
  if (part < 0 || joint < 0) return false;
  return tokens.some(({ kind }, at) => {
    const unit = kind === 'number' && at > joint ? unitNamed(tokens[at + 1]?.text ?? '')?.kind : undefined;
    return unit === 'ml' || unit === 'g';
  });
}

/** `120 kg capacity`, `400 Karten Kapazität`, `max. 20 kg`: what a thing takes. */
export const isCapacityWord = (name: string): boolean =>
  /^(?:capacity|kapazitat|capacite|capacidad|capacita|capaciteit|fassungsvermogen|draagkracht|tragkraft|traglast|belastbar|wassertank|draagvermogen|belastbaarheid|max|maximal|maximaal|maximum)$/.test(
    name,
  );
