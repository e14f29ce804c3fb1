/** Things that are counted one by one, and of which a title may say what sort they are: `60 veg capsules`. No accents. */

const words = (text: string) => text.trim().split(/\s+/);

/** In the plural, by language; the same word may stand in several. What may stand a few words behind its number. */
const SEVERAL: Readonly<Record<string, string>> = {
  en:
    'capsules caps vegcaps vcaps vegicaps softgels tablets tabl tabs pills gummies lozenges pastilles pods pads bags sachets ' +
    'infusions sticks teabags wipes tissues rolls sheets blades bars filters cartridges nappies diapers pants underpads tampons ' +
    'refills strips swabs buds rounds balls candles tealights stems slices squares ampoules vials pipettes patches brushes heads ' +
    'napkins liners plasters bandages dressings lenses eggs packets chews lancets needles syringes masks cloths towels ' +
    'towelettes sponges biscuits cookies wafers muffins buns bagels wraps tortillas straws gloves cubes suppositories drops ' +
    'bonbons truffles lollies caplets microlingual bites bones treats briquettes firelighters matches logs discs pellets melts batteries bulbs ' +
    'razors picks plates forks spoons envelopes labels stickers pens pencils tests cigars condoms notebooks folders ' +
    'pancakes crumpets scones croissants brownies doughnuts donuts cupcakes teacakes pies pasties tarts cakes baps rolls naans pittas ' +
    'burgers quarterpounders sausages chipolatas frankfurters steaks fillets kievs nuggets fishcakes goujons meatballs lollies ' +
    'cones eclairs bananas apples pears oranges lemons limes avocados peaches nectarines kiwis mangoes onions peppers',
  de:
    'kapseln kaps kps tabletten tbl tabl ftbl pillen dragees drg pastillen beutel bt filter tucher rollen blatt klingen riegel ' +
    'kartuschen patronen windeln binden slipeinlagen einlagen unterlagen servietten streifen stabchen kerzen teelichter ' +
    'scheiben ampullen pipetten bursten kopfe pflaster kompressen linsen eier packchen packerl tutchen portionsbeutel ' +
    'kausnacks kaustreifen lanzetten nadeln kanulen spritzen zapfchen masken schwamme handschuhe kekse waffeln wurfel ' +
    'strohhalme teebeutel stangen kugeln kaudrops presslinge knodel knochen batterien akkus knopfzellen kondome kissen pads tests pralinen brotchen ' +
    'getranke croissants karten stifte blocke hefte umschlage sacke tuten zigarren bogen gummis wurstchen bratwurste frikadellen schnitzel ' +
    'semmeln brezeln pfannkuchen knacker cevapcici avocados zitronen orangen mangos brotchen muffins donuts',
  fr:
    'capsules gelules gelu perles comprimes comp cp cpr cprs cachets pastilles dosettes sachets infusettes batonnets lingettes ' +
    'mouchoirs rouleaux feuilles lames barres filtres cartouches recharges couches culottes tampons serviettes protections ' +
    'proteges bandes bandelettes cotons disques bougies tranches ampoules unidoses monodoses monodos pipettes patchs ' +
    'brosses brossettes sucettes tetes pansements compresses lentilles oeufs aiguilles seringues masques eponges gants biscuits galettes gaufres ' +
    'madeleines crepes brioches croissants pailles cubes suppositoires bonbons piles preservatifs tests sacs friandises ' +
    'buchettes allumettes gobelets assiettes enveloppes tablettes pilules dragees stylos cahiers crayons feutres pains chaussons ' +
    'steaks saucisses merguez chipolatas escargots quenelles nems samoussas cookies muffins donuts macarons eclairs crepes ' +
    'tartelettes yaourts citrons avocats gommes',
  es:
    'capsulas comprimidos comp pastillas grageas perlas sobres bolsitas bolsas toallitas panuelos rollos hojas cuchillas barritas ' +
    'filtros cartuchos panales tampones compresas salvaslips tiras bastoncillos velas lonchas ampollas viales monodosis parches ' +
    'cepillos cabezales lentillas huevos agujas mascarillas esponjas guantes galletas servilletas pajitas pilas preservativos ' +
    'dosis lavados discos hisopos apositos',
  it:
    'capsule cialde compresse perle pastiglie confetti bustine filtri salviette salviettine fazzoletti pacchetti rotoli fogli ' +
    'strappi lame lamette barrette cartucce pannolini assorbenti tamponi strisce bastoncini candele fette fiale flaconcini ' +
    'monodose cerotti spazzolini testine lenti uova aghi mascherine spugne guanti biscotti tovaglioli cannucce pile batterie ' +
    'preservativi dischetti tavolette sacchetti sacchi quaderni penne matite pennarelli pezzetti panini cornetti croissant ' +
    'hamburger wurstel merendine',
  nl:
    'capsules tabletten pillen zakjes theezakjes builtjes sachets doekjes zakdoekjes rollen vellen mesjes scheermesjes repen ' +
    'filters patronen luiers luierbroekjes tampons inlegkruisjes verbanden strips wattenstaafjes kaarsen plakjes ampullen ' +
    'pleisters borstels lenzen eieren naalden maskers sponzen handschoenen koekjes servetten rietjes batterijen condooms ' +
    'zakken kussentjes blokjes kauwtabletten',
};

/** One of them: `60 veg capsule`. Only right behind the number. */
const ONE =
  'capsule cap vegcap vcap vegicap kapsel gelule softgel perle tablet tablette comprime pill pille dragee gummy lozenge ' +
  'pastille pod dosette pad bag sachet infusette stick teabag wipe tuch lingette tissue mouchoir roll rolle rouleau sheet ' +
  'feuille blade klinge lame barre filtre cartridge kartusche cartouche nappy diaper windel couche panal tampon binde ' +
  'slipeinlage einlage serviette refill strip swab candle kerze bougie stem slice square ampoule ampulle vial pipette patch ' +
  'brush burste brosse head napkin liner plaster pansement lens linse lentille packet chew kausnack kautablette lancet needle ' +
  'mask maske masque cloth towel sponge schwamm eponge biscuit cookie keks straw glove tab cube suppository bonbon sobre ' +
  'seringue stylo spritze syringe unidose monodose capsula compressa bustina rotolo zakje rol luier pastilla';

/** What a pack is good for, which says less than what is in it: `180 softgels, 60 servings`. */
const YIELDS =
  'load loads ld lds wash washes waschladung waschladungen waschgang waschgange wl wg lavage lavages lavado lavaggi ' +
  'wasbeurt wasbeurten use uses anwendung anwendungen applications utilisations usages dose doses serving servings portion ' +
  'portions portionen porties porzioni raciones serve serves treatments behandlungen';

/** German writes what it counts in one word: `Weichkapseln`, `Filtertüten`, `Waschladungen`. */
const COMPOUND =
  /^\p{L}{3,}(?:kapseln|tabletten|beutel|tuten|tucher|rollen|tabs|pads|windeln|binden|einlagen|klingen|kerzen|riegel|pastillen|ampullen|gummis|brotchen|wurstchen|pflaster|linsen|ladungen|stabchen|streifen|servietten|kissen|dragees|filter|snacks|masken|bursten|patronen|portionen|presslinge|drops|pellets)$/u;

const YIELD_NAMES: ReadonlySet<string> = new Set(words(YIELDS));
const SEVERAL_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(SEVERAL).flatMap(words),
  ...YIELD_NAMES,
]);
const NAMES: ReadonlySet<string> = new Set([...SEVERAL_NAMES, ...words(ONE)]);

/** Whether a word names things that are counted one by one, other than `piece` or `ct`. */
export const isCounted = (name: string): boolean => NAMES.has(name) || COMPOUND.test(name);

/** Several of them: what may stand a few words behind its number. */
export const isSeveral = (name: string): boolean => SEVERAL_NAMES.has(name) || COMPOUND.test(name);

export const isYield = (name: string): boolean => YIELD_NAMES.has(name) || name.endsWith('ladungen');

/** Paper on a roll, of which the rolls are counted. */
export const isRoll = (name: string): boolean =>
  /^(?:rolls?|roll[eo]s?|rouleaux?|rotol[io])$|(?:rolle|rollen|keukenrol|toilettenpapier|klopapier|kuchentucher|toiletpapier)$/.test(
    name,
  );

/** Whether a title speaks of toilet or kitchen rolls; moist toilet tissue comes in sheets. */
export const isRollPaper = (names: readonly string[]): boolean =>
  (names.some(
    (name) =>
      isRoll(name) ||
      /^(?:toilet|toilette|essuie|higienico|igienica|zewa|sopalin|hakle|charmin|andrex|scottex)$/.test(name),
  ) ||
    (names.includes('paper') && names.includes('towels'))) &&
  !names.some((name) => /^(?:moist|wipes|lingettes|humides?|toallitas|doekjes)$|^feucht/.test(name));

/** Bound sheets, which nobody counts: `Block 80 Blatt, 5er Pack`, `cahier 96 pages`. */
export const isBound = (name: string): boolean =>
  /^(?:cahiers?|carnets?|notebooks?|notepads?|quadern[oi]|cuadernos?|schrift|schriften)$|(?:block|blocke|heft|hefte|buch)$/.test(
    name,
  );

export const isSheet = (name: string): boolean =>
  /^(?:sheets?|blatt|feuilles?|hojas|fogli|strappi|vellen)$/.test(name);

export const isCartridge = (name: string): boolean => /^(?:cartridges?|cartouches?)$|patronen?$/.test(name);

/** `305 cartridges` is a printer's. */
export const MOST_CARTRIDGES = 24;

/** `filters 8-12 cup`. */
export const isCupful = (name: string): boolean => /^(?:cups?|tassen|tasses|tazas|tazze|kopjes)$/.test(name);

/** The least grams or millilitres that one of them holds, a sweetener's tablet else; what gives less is each one's size. */
export function leastContent(name: string, tokens: readonly { readonly text: string }[]): number {
  if (tokens.some(({ text }) => /^(?:cafe|coffee|kaffee|espresso|caffe|koffie|lungo)$/.test(text)))
    return 1.5;
  if (/^(?:unidos|monodos|pipett)/.test(name)) return 0.1;
  return /^(?:ampoul|ampull|vial|sachet|stick|bustin|beutel|sobres)/.test(name) ? 0.7 : 0.055;
}

/** What one of them holds in millilitres, where no pack of them holds as little together: `5 ampoules 10 ml`. */
export const isOneOf = (name: string, ml: number): boolean =>
  (ml === 5 && /^(?:uni|mono)dos/.test(name)) ||
  (/^(?:ampoul|ampull|ampoll|fial|flaconcin|vial|patron|cartridge|cartouche|pen|spritze|syringe|seringue)/.test(
    name,
  ) &&
    [1, 2, 2.5, 3, 5, 10, 20].includes(ml));

/** Volumes of one bottle or tube, of which several come in a pack: `200 ml 5 Stück`; a box of ices says what all hold. */
export const isOneBottle = (ml: number): boolean => BOTTLES.has(ml);

const BOTTLES: ReadonlySet<number> = new Set([75, 200, 250, 300, 330, 500, 700, 750, 1000, 1500, 2000]);

/** What no number but a count stands behind; behind capsules it is a strength, behind filters and cartridges a model. */
export const isBoughtByCount = (name: string): boolean =>
  /^(?:wipes|strips|lingettes|toallitas|salviettine|doekjes|swabs|buds|nappies|diapers|couches|teabags|napkins|tissues|mouchoirs|lancets|needles|gloves|straws)$|(?:tucher|windeln|stabchen|streifen|servietten|einlagen|binden)$/.test(
    name,
  );

/** What a number in brackets at the end counts: `k-cup (12)`. */
export const isServed = (name: string): boolean =>
  isSeveral(name) || /^(?:cup|capsule|dosette|pod|sachet|couche)$/.test(name);

/** Compresses are measured in centimetres, needles in millimetres: `30*30`, `20x30`, `16 x 40`. */
export const isFlat = (name: string): boolean =>
  /^(?:compress|dressing|plaster|bandage|pansement|serviett|napkin|towel|cloth|needle|aiguille|aguja|aghi|naald|gasas|bags|sacs|bolsas|envelop|apositos|cerotti|pleister)/.test(
    name,
  ) || /(?:kompressen|pflaster|servietten|tucher|nadeln|kanulen|beutel|umschlage)$/.test(name);
/** Nobody measures capsules: `10 x 10` of them are a hundred, of plasters a size in centimetres. */
export const isShapeless = (name: string): boolean =>
  /^(?:caps|pods|tabs|tea|dosettes)|kapseln$|tabletten$/.test(name);

/** `Zoom 10x`. */
export const isMagnifier = (name: string): boolean =>
  /^(?:zoom|magnif|mirror|spiegel|miroir|espejo|lupe|loupe|lupa|binoc|fernglas|jumelles|tele|mikroskop|microscop)/.test(
    name,
  );
