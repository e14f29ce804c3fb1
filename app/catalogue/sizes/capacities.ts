import type { Token } from './tokens';

const words = (text: string) => text.trim().split(/\s+/);

/** Bags that are bought by the piece: a volume beside them is what one of them takes. `20 bin bags 50 l`. */
const BAGS =
  'trash garbage refuse ziploc poubelle poubelles congelation basura spazzatura immondizia vuilniszak vuilniszakken ' +
  'pedaalemmerzakken diepvrieszakjes diepvrieszakken gobelet gobelets';

/** Things to keep that a volume or weight is the capacity of: `rucksack 30 l`, `fridge 225 l`, `tumbler 10 oz`. */
const KEPT =
  'backpack rucksack mochila zaino rugzak suitcase valise koffer trolley duffel koelbox kettle bouilloire waterkoker bollitore ' +
  'hervidor fridge refrigerator refrigerateur frigo frigorifico koelkast congelateur airfryer ' +
  'blender saucepan casserole topf poele kookpot tumbler thermos trinkflasche isolierflasche isolierbecher babyflasche ' +
  'biberon biberons mamadera karaffe carafe decanter scales waage weegschaal bilancia chair chaise silla gamingstoel ' +
  'trampoline dumbbell dumbbells kettlebell hantel haltere lavadora lavatrice wasmachine mulleimer abfalleimer treteimer ' +
  'lunchbox brotdose arrosoir schussel weinglas trinkglas kinderwagen kindersitz babyschale poussette stroller empty leer leere ' +
  'leeres vuoto vacio leeg edelstahl porzellan keramik inox stainless ceramic porcelaine ceramique acciaio acero';

const NAMES: ReadonlySet<string> = new Set([...words(BAGS), ...words(KEPT)]);

const COMPOUND =
  /(?:(?:mull|abfall|gefrier|zip|allzweck)(?:beutel|tuten|sacke)|(?:papp|plastik|einweg|trink|thermo|kaffee)becher|(?:koch|suppen|schnellkoch|brat|stiel)topf|rucksack|waage|maschine|vollautomat|standmixer|fritteuse|schrank|kocher|koffer|stuhl|(?:brat|grill|wok)pfanne|kanne|karaffe|(?:sport|reise|umhange)tasche|waschekorb|regal|hantel|hantelset|napf|sbox|vorratsdose)$/u;

const PHRASE =
  /(?:^| )(?:sac (?:a dos|de sport)|(?:lave|seche) - linge|pese - personne|(?:bin|freezer) (?:bags?|liners?)|(?:washing|coffee|espresso) machine|machine a (?:laver|cafe)|air fryer|friteuse sans huile|(?:kitchen|bathroom) scales?|balance de cuisine|water bottle|french press|(?:coffee|travel) mugs?|pour over kettle|slow cooker|(?:flacon|pot|spray|tube) vide|(?:plastic|paper|foam|disposable) (?:cups?|bowls?|containers?))(?: |$)/u;

/** What such things are cared for or filled with: `Entkalker Kaffeemaschine 1 l`, `mineral water bottle 1 l`. */
const CARE =
  /reiniger$|entkalker$|salz$|spuler$|^(?:cleaner|descaler|detergent|detersivo|nettoyant|detartrant|lessive|detergente|limpiador|limpieza|decalcificante|anticalcare|antikalk|salt|freshener|deodorizer|mineral|spring)$/u;

/** `descaler for the kettle 500 ml` is a descaler. */
const FOR: ReadonlySet<string> = new Set(words('fur for pour para per voor zu zum zur im in'));

/** Whether a text names what volumes and weights go into, so that one beside it is not what is sold. */
export function namesCapacity(tokens: readonly Token[]): boolean {
  if (tokens.some(({ text }) => CARE.test(text))) return false;
  const isNamed = ({ kind, text }: Token, at: number) =>
    kind === 'word' &&
    (NAMES.has(text) || COMPOUND.test(text)) &&
    ![1, 2, 3].some((back) => FOR.has(tokens[at - back]?.text ?? ''));
  return tokens.some(isNamed) || PHRASE.test(tokens.map(({ text }) => text).join(' '));
}

/** `120 kg capacity`, `400 Karten Kapazität`, `max. 20 kg`: what a thing takes. */
export const isCapacityWord = (name: string): boolean =>
  /^(?:capacity|kapazitat|capacite|capacidad|capacita|capaciteit|fassungsvermogen|draagkracht|tragkraft|traglast|belastbar|wassertank|max|maximal)$/.test(
    name,
  );
