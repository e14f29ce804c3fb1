/**
 * Words that speak of a delicate matter unless, or only where, others stand beside them; as patterns over plain letters,
 * `beside` from the beginning of a word. In the six languages of `sensitive-words.ts`.
 */
export interface AmbiguousWord {
  readonly word: string;
  readonly beside: string;
}

/** What is for animals is nobody's secret. A maker is called Vogel, and "hundert" is no dog. */
const ANIMALS =
  '(?:dogs?|cats?|pupp(?:y|ies)|pets?|horses?|hens?|chickens?|birds?|cattle|sheep|chiens?|chats?|chiots?|cheval|chevaux|' +
  'poules?|oiseaux?|perr[oa]s?|gat[oa]s?|aves|cane|cani|gatt[oi]|honden?|katten?|paard|vee)(?!\\p{L})|hund(?!ert)|' +
  'poultry|katze|welpe|haustier|pferd|huhner|geflugel|vogelfutter|ziervogel|animaux|volaille|poulailler|mascota|caballo|' +
  'gallina|cucciol|animali|cavall|galline|huisdier|kippen';

const CLOTHES =
  'trouser|pants|jeans?|legging|skirt|bodysuit|shapewear|dress(?:es)?(?!\\p{L})|leg(?!\\p{L})|hosen?|kleid|pantalon|jupe|gaine|culotte|' +
  'falda|gonna|broek|rok(?!\\p{L})';
const SWEETS = 'biscuit|gaufrette|russe|wafer|choco|schok|ciocc|keks|kaugummi|cookie|candy|galleta|koek';
const CAR_SOCKETS =
  'socket|adapt|plug|usb|charg|ladeg|ladekabel|12 ?v|24 ?v|kfz|auto(?!\\p{L})|voiture|car(?!\\p{L})|coche|prise|enchufe|presa|' +
  'stecker|buchse|allume|kompressor|kuhlbox|inverter';
/** Tobacco is a scent and a brown. */
const SCENTS_AND_COLOURS =
  'candle|scent|fragrance|perfum|cologne|eau de|edp|edt|diffus|soap|incense|leather|brown|suede|beard|wax melt|kerze|duft|' +
  'parfum|seife|leder|braun|bougie|senteur|savon|cuir|marron|vela|jabon|cuero|candela|profum|sapone|pelle|marrone|' +
  'kaars|geur|zeep|bruin|sofa|sessel|belt|boots?|plant|pflanze|tabakbraun|tabac original|after ?shave|deo|dusch|shower|rasier|peinture|paint|wall';

const SOIL =
  'soil|lawn|garden(?! of)|compost|crops?|field|plant food|for plants|fertili[sz]er|goddess|statue|figur|idol|sol(?!\\p{L})|' +
  'terre(?!\\p{L})|jardin|potager|engrais|suelo|tierra|abono|suolo|terreno|concime|bodem|grond(?!\\p{L})|mest(?!\\p{L})';

/** Delicate, but for what else it means beside one of those that follow. */
export const UNLESS: readonly AmbiguousWord[] = [
  {
    word: 'incontinen\\p{L}*|\\p{L}*(?:inkontinenz|incontinentie)\\p{L}*|underpads?|inlegkruis\\p{L}*|catheter\\p{L}*',
    beside: ANIMALS,
  },
  {
    word: 'pregnan\\p{L}*|\\p{L}*schwanger\\p{L}*|zwanger\\p{L}*|grossesse|embarazo|gravidanza|pannolon\\p{L}*',
    beside: ANIMALS,
  },
  {
    word: 'lice|lausemittel\\p{L}*|(?:anti)?poux|piojos?|pidocch\\p{L}*',
    beside: `${ANIMALS}|for plants|plant lice|fur pflanzen|zierpflanzen|blattlaus|poux rouge|piojo rojo`,
  },
  { word: 'hair loss|haarausfall\\p{L}*|haaruitval|caduta capelli', beside: ANIMALS },
  { word: 'laxativ\\p{L}*|laxatif\\p{L}*|laxante\\p{L}*|lassativ\\p{L}*|laxeer\\p{L}*', beside: ANIMALS },
  {
    word: 'verstopfung\\p{L}*|constipation|estrenimiento|stitichezza|obstipatie',
    beside:
      `${ANIMALS}|abfluss|ablauf|abwasser|rohr|wc(?!\\p{L})|siphon|spulbecken|waschbecken|duse|drucker|druckkopf|pumpe|tinte|` +
      'kanal|kuche',
  },
  {
    word: 'thrush',
    beside: `${ANIMALS}|(?:song|mistle|wood|hermit) thrush|hoof|feeder|nest(?!\\p{L})|print`,
  },
  { word: 'warts?', beside: `${ANIMALS}|hog|biter|frog|toad` },
  { word: 'warzen\\p{L}*', beside: `${ANIMALS}|warzen(?:melon|schwein|kakt|ente|kurbis|beiss|spindel|hof)` },
  { word: 'stis?', beside: 'subaru|wrx|impreza|car(?!\\p{L})|turbo|exhaust|forester' },
  { word: 'fertility|fertilite|fertilidad|fertilita|vruchtbaarheid', beside: SOIL },
  {
    word: 'vibrators?|vibrador(?:es)?|vibrator[ei]',
    beside: 'beton|industri|concrete|hormigon|calcestruzzo|cemento|vibrator motor|motor vibrator',
  },
  {
    word: 'bladder (?:leak|pad)\\p{L}*',
    beside: 'hydrat|water(?!p)|football|basketball|rucksack|backpack|tyre|tire',
  },
  {
    word: 'protective underwear',
    beside: 'hockey|ski(?!n)|motor|bike|cycl|snow|goal|football|rugby|skat|mtb',
  },
  { word: 'sanitary towels?', beside: 'rail|radiator|holder|rack|warmer|heater' },
  {
    word: 'slimming|minceur|adelgaz\\p{L}*|dimagrant\\p{L}*|afslank\\p{L}*',
    beside: `${CLOTHES}|indument|ropa|faja`,
  },
  {
    word: 'abnehmen',
    beside: 'kapuze|bezug|kragen|deckel|griff|gurt|trager|armel|fell|henkel|stiel|futter|maske|haube',
  },
  {
    word: 'cigars?|cigares?|cigarros?|cigarett\\p{L}*|\\p{L}*zigarett\\p{L}*|cigarrill\\p{L}*|sigaret\\p{L}*',
    beside:
      `${CLOTHES}|${CAR_SOCKETS}|${SWEETS}|guitar|gitarre|ukulele|borek|pastry|zigaretten(?:hose|anzunder)|` +
      'sigaret(?:broek|aansteker)|accendisigar',
  },
  { word: 'tobacco|tabac|\\p{L}*tabak\\p{L}*|tabaco|tabacco', beside: SCENTS_AND_COLOURS },
  {
    // An ink pad, a scouring pad, plugs for the ears.
    word: 'tampon(?:s|es)?',
    beside:
      'encreur|clear(?!\\p{L})|jex|a recurer|recur|abrasi|gratt|eponge|raye|vaisselle|inox|bois|scrapbooking|polissage|poncage|nettoyage|decorat|orbita|rotatif|clarinette|saxo|baton|pates|sols|epousset|bureau|stempel|caoutchouc|' +
      'ink(?!on)|stamp|timbr|inchiostro|tinta|sello|oido|encre|buvard',
  },
  { word: 'compresas', beside: 'frio|fria|calor|caliente|gasa|esteril|ocular|oftalm|lactancia|hielo' },
  {
    word: 'binden?',
    beside: 'elastische?|mull|verband|zum|ski(?!n)|snowboard|kranz|fixier|gips|idealbinde|strauss',
  },
  {
    word: 'assorbent[ei]',
    beside: 'can[ei]|cucciol[oi]|animali|tappetin[oi]|pann[oi]|carta|rotol[oi]|acustic|umidita|olio|scrivani',
  },
  {
    word: 'lubricants?|lubrifiants?|lubricantes?|lubrificant[ei]|gleitmittel|lubes?',
    beside:
      'chain|bike|bicycle|cycl|motor|engine|ptfe|teflon|ceramic|grease|zip|lock|sewing|treadmill|eye|ocul|lens|penetrating|' +
      'spray|industrial|gear|assembly|switch|keyboard|cube|trombone|trumpet|valve|slide|nozzle|bearing|garage|door|gun|rifle|' +
      'hinge|tyre|tire|brake|fork|ski(?!n)|wd 40|clp|silicone oil|oil filter|lubricant oil|lube oil|shock|suspension|saw|' +
      'drill|cable|mould|mold|ketten?|fahrrad|auto|reissverschluss|schloss|augen|velo(?!\\p{L})|chaine|moteur|serrure|yeux|cadena|' +
      'bici|moto|ojos|catena|occhi|ketting|fiets|machine|tool|dry|secs|secos|pistol|fishing|reel|moulinet|carrete|mulinell|brass|cuivre|ottoni|instrument|multi ?(?:purpose|use|spray|funktion|usage|uso)',
  },
];

const HAIR =
  'shamp|champ|cheveu|capill|capell|cabell|pelo|locion|lotion|lozione|fial|ampoule|ampolla|serum|siero|gelule|hair|haar|' +
  'complement|comprim|capsul|soin|traitement|alopec|follic';

/** Delicate only beside one of those that follow: a harness against falls, pure juices. */
export const ONLY_BESIDE: readonly AmbiguousWord[] = [
  { word: 'tamponi', beside: 'mestru|ciclo|flusso|applicator|super|mini|regular|normal|interni|vaginal' },
  { word: 'anti ?chute|anti ?caida|anti ?caduta', beside: HAIR },
  {
    word: 'puros',
    beside: 'haban|cuban|humidor|caja|corona|robusto|dominican|nicarag|fumar|petaca|cortapuros|tabac',
  },
];

/** Beginnings of words that look like delicate ones, whatever stands beside them: what resembles them means nothing. */
export const LOOK_ALIKES =
  'condomini|kondomini|nicotinamid|nikotinamid|nicotinic|preservative|sanitar(?:silikon|reinig|keramik|armatur)|sanitary (?:silicon|sealant|ware|fitting|cleaner|grade|pump|clamp|valve|hose)';
