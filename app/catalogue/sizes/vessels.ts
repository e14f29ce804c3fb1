import { isFilling } from './fillings';
import type { Token } from './token';
import type { Unit } from './units';

const words = (text: string) => text.trim().split(/\s+/);

/** What things come in, and what is sold empty as well: which of both, the words around them tell. No accents. */
const VESSELS: ReadonlySet<string> = new Set(
  words(
    'cup cups bowl bowls box boxes tray trays container containers jar jars bottle bottles bucket buckets pail pails tub tubs tin ' +
      'tins canister canisters jug jugs pouch pouches bag bags dispenser vial vials can cans ' +
      'becher schale schalen box boxen dose dosen behalter flasche flaschen kanister eimer tute tuten beutel glas glaser tasse ' +
      'tassen teller ampulle spender ' +
      'bol bols boite boites barquette barquettes pot pots bocal bocaux flacon flacons bouteille bouteilles bidon bidons seau seaux ' +
      'sac sacs sachet sachets poche poches tasse tasses verre verres ravier raviers ' +
      'caja cajas botella botellas envase envases tarro tarros bote botes vaso vasos bandeja bandejas cuenco cuencos bolsa bolsas ' +
      'cubo cubos taza tazas frasco frascos ' +
      'recipiente recipientes scatola scatole bottiglia bottiglie barattolo barattoli vaschetta vaschette ciotola ciotole bicchiere contenitore secchio ' +
      'flacone flaconi vasetto vasetti tazza tazze ' +
      'bakje beker doos dozen fles flessen emmer emmers potje potjes',
  ),
);

/** Sold empty unless a filling is named. */
const ARTICLES: ReadonlySet<string> = new Set(
  words(
    'boxen containers bowls waterer feeder atomizer atomiser sprayer syringe syringes catheter catheters urinal planter ' +
      'zerstauber trankautomat futterautomat spritze spritzen einmalspritze einmalspritzen katheter blumentopf pflanztopf ' +
      'bols assiette assiettes verres collecteur pulverisateur seringue seringues sonde sondes gourde gourdes saladier abreuvoir mangeoire pilulier urinoir mug mugs ' +
      'jeringa jeringas jeringuilla jeringuillas jerrican jerrycan pulverizador envases vasos comedero bebedero maceta ' +
      'siringa siringhe bicchieri contenitori coppette vaschette spruzzatore borraccia catetere ' +
      'bakjes bekers spuit spuiten',
  ),
);

/** Not what comes from a place: `Nordheimer Lemberger`. */
const COMPOUND =
  /^\p{L}*(?:schalen?|schalchen|becher|behalter|schusseln?|tassen?|(?<![^c]h)eimer|urinbeutel|bakjes?|bekers?)$|^(?:lunch|snack|menu|salat|frische|brot|burger|liefer|transport|thermo|kuhl|lager|stapel|klarsicht|plastik|kunststoff|isolier|styropor|gefrier|pommes|pizza|asia|nudel)box(?:en)?$|^(?:gefrier|frischhalte|aufbewahrungs|brot|keks|lager|gewurz|tee|kaffee)dosen?$|^(?:einmach|weck|schraub|trink|bier|wein|schnaps|wasser|gewurz)glas$|^\p{L}{3,}gla[sz](?:er|en)$|^(?:apotheker|pipetten|tropf|dosier|enghals|weithals|labor)flaschen?$|^(?:vakuum|druckverschluss|flach|boden|standboden|siegelrand|tiefkuhl|urin|drainage)beutel$/u;

/** Of these the ones that come full more often. */
const FULL =
  /^(?:eis|milch|sahne|joghurt|jogurt|quark|pudding|trink|nachfull)(?:becher|schale|behalter)$|^(?:becher|schalen?|tassen?|eimer|behalter)$/;

const PHRASE =
  /(?:^| )(?:(?:poche|sac) (?:collect(?:rice|eur)|a urines?|urinaire|de drainage|de stomie)|(?:urine|drainage|leg|ostomy|vacuum|mylar) bags?|(?:mason|spice|storage|canning) jars?|(?:spray|travel|dropper) bottles?|(?:food )?storage (?:containers?|box(?:es)?|bins?)|lunch box(?:es)?|(?:dog|cat|pet) bowls?|measuring cups?|ice cube trays?|rain gauges?|water (?:dispenser|jug|tank)s?|boites? de conservation|bolsas? con (?:cierre|zip)|sacchetti gelo|botellas? de spray|(?:pot|boite|bol|gobelet|verre|barquette|bocal|tasse|flacon|caisse)s? a (?!la |l |pompe|bec |base )[a-z]+|(?:wine|shot|beer|drinking) glass(?:es)?|(?:soup|salad|mixing|serving) bowls|(?:tube|pot|flacon)s? (?:a essais?|a? ?prelevements?|de prelevements?|edta)|bolsas? de (?:orina|vacio))(?: |$)/u;

/** Said of what is sold empty. */
const MARKS: ReadonlySet<string> = new Set(
  words(
    'lid lids disposable reusable refillable compostable biodegradable stackable leakproof airtight bpa takeaway takeout ' +
      'sterile graduated collapsible foldable clamshell bagasse kraft pla cpla rpet compartment compartments empty touchless ' +
      'steril deckel wiederverwendbar wiederverwendbare nachfullbar nachfullbare wiederbefullbar kompostierbar abbaubar ' +
      'stapelbar stapelbare auslaufsicher luftdicht mikrowellengeeignet spulmaschinenfest unbedruckt geteilt graduiert ' +
      'zuckerrohr kraftpapier pappe faltbar anhangendem klappdeckel leer leere ' +
      'couvercle couvercles jetable jetables reutilisable reutilisables rechargeable biodegradables empilable empilables ' +
      'hermetique hermetiques gradue graduee isotherme termica pliable ' +
      'tapa tapas desechable desechables esteril reutilizable reutilizables recargable recargables rellenable apilable hermetico plegable ' +
      'coperchio coperchi monouso riutilizzabile riutilizzabili ricaricabile biodegradabili compostabili ' +
      'deksel deksels wegwerp herbruikbaar herbruikbare navulbaar navulbare',
  ),
);

/** Said of what is sold empty, and of what something is sold in. */
const SHAPES: ReadonlySet<string> = new Set(
  words(
    'round square rectangular oval plastic foam paper aluminium aluminum bamboo wooden silicone polystyrene transparent clear ' +
      'rund eckig viereckig rechteckig quadratisch plastik kunststoff papier styropor alu klar durchsichtig holz bambus silikon ' +
      'rond ronde ronds rondes carre carree rectangulaire plastique bois bambou transparente transparentes ' +
      'redondo redonda cuadrado plastico aluminio transparentes bambu rotondo rotonda vidrio vetro quadrato plastica alluminio trasparente ' +
      'rechthoekig vierkant doorzichtig',
  ),
);

/** A vessel that something comes in: `Suppe im Becher`, `coffee in a jar`. */
const INSIDE: ReadonlySet<string> = new Set(words('in im en dans aus fur for pour para per voor zu zum zur'));

/** What a vessel is for is not in it: `Becher für Suppe`, `bol à soupe`. */
const FOR: ReadonlySet<string> = new Set(words('a for fur pour para per voor zu zum zur'));

/** Words before an English vessel that say what it is for: `soup bowl with lid`. */
const PURPOSE_WORDS = 2;

const EMPTY = /^(?:empty|leere?|vaci[oa]s?|vuot[oiae]|leeg)$/;
const REFILLABLE =
  /^(?:refillable|recargable|rellenable|nachfullbar|ricaricabile|rechargeable|navulbaar|empty)$/;
const TRAVELLING =
  /^(?:travel|voyage|viajes?|viaggio|atomi[sz]er|atomizador|atomiseur|vaporisateur|vaporizador|zerstauber|verstuiver)$/;

/** Which measures beside a vessel tell what goes into it. */
export type Capacity = (unit: Unit) => boolean;

const volumes: Capacity = ({ kind }) => kind === 'ml';
const volumesAndOunces: Capacity = ({ kind, isMetric }) => kind === 'ml' || (kind === 'g' && !isMetric);
const anything: Capacity = ({ kind }) => kind === 'ml' || kind === 'g';

/**
 * What is a capacity where a text sells a vessel (`cups with lid 500 ml`, `syringe 10 ml`), null where it sells what is in one
 * (`Suppe im Becher 400 ml`). A shape alone (`Dose rund`) says little: then weights are left.
 */
export function vesselCapacity(tokens: readonly Token[]): Capacity | null {
  const has = (name: RegExp) => tokens.some(({ text }) => name.test(text));
  if (has(REFILLABLE) && has(TRAVELLING)) return volumes;
  const isInside = (at: number) => [1, 2, 3].some((back) => INSIDE.has(tokens[at - back]?.text ?? ''));
  const find = (isNamed: (name: string) => boolean) =>
    tokens.findIndex(({ kind, text }, at) => kind === 'word' && isNamed(text) && !isInside(at));
  const article = find((name) => ARTICLES.has(name) || (COMPOUND.test(name) && !FULL.test(name)));
  const isPhrase = PHRASE.test(tokens.map(({ text }) => text).join(' '));
  const vessel = find((name) => VESSELS.has(name) || COMPOUND.test(name));
  if (vessel >= 0 && has(EMPTY)) return anything;
  const isMarked = vessel >= 0 && tokens.some(({ text }) => MARKS.has(text));
  const isShaped = vessel >= 0 && tokens.some(({ text }) => SHAPES.has(text));
  if (article < 0 && !isPhrase && !isMarked && !isShaped) return null;
  const reach = isMarked ? PURPOSE_WORDS : isPhrase ? 1 : 0;
  const head = Math.max(article, vessel);
  const isFilled = tokens.some(
    (token, at) =>
      isFilling(token) && !isPurpose(tokens, at, { head, reach }) && !(isMarked && isDrunkFrom(tokens, at)),
  );
  return isFilled ? null : article >= 0 || isPhrase || isMarked ? volumesAndOunces : volumes;
}

/** `bouteille d'eau réutilisable`, `botella de agua`: a bottle to drink from. */
const isDrunkFrom = (tokens: readonly Token[], at: number) =>
  /^(?:eau|agua|acqua)$/.test(tokens[at]!.text) && /^(?:de|d|')$/.test(tokens[at - 1]?.text ?? '');

/** `Becher für Suppe`, `pot à sauce`, and the soup of `soup bowls with lids`, where something else tells that they are empty. */
function isPurpose(
  tokens: readonly Token[],
  at: number,
  { head, reach }: { readonly head: number; readonly reach: number },
): boolean {
  if ([1, 2].some((back) => FOR.has(tokens[at - back]?.text ?? ''))) return true;
  return ENGLISH.test(tokens[head]?.text ?? '') && at < head && at >= head - reach;
}

const ENGLISH = /^(?:cup|bowl|box|tray|container|jar|bottle|bucket|tub|canister|jug|bag|dispenser)(?:e?s)?$/;
