/**
 * Words that speak of a delicate matter, in English, German, French, Spanish, Italian and Dutch; lower case, without
 * accents. Several words follow one another. Not a judgement of the goods, only of shared screens.
 */

/** Beginnings of words. */
const BEGINNINGS = `
  incontinen, adult diaper, adult napp, adult toy, adult novelt, adults only, adult brief, pregnancy, ovulation, fertility,
  contracept, condom, personal lubricant, personal lube, sexual, sex toy, sextoy, vibrator, erotic, erectile, menopaus,
  menstrua, yeast infection, haemorrhoid, hemorrhoid, laxative, enema, head lice, scabies, herpes, sti test, std test,
  hair loss, antidepress, suppositor, orlistat, underpad, weight loss, slimming, fat burner, ostomy, catheter, drug test, alcohol test, nicotin(?!amid|ic), nicorette,
  tobacco,
  cigarette, cigarillo, vaping, cannabis, sanitary pad, sanitary towel, sanitary napkin, period pad, period pant,
  period underwear, period knicker, period cup, period swim, pantyliner, panty liner, maternity pad, bladder control,
  bladder weak, bladder leak, bladder pad, sensitive bladder, feminine hygiene, feminine wash, feminine wipe, feminine pad,
  intimate wash, intimate gel, intimate lub, intimate hygiene, protective underwear, absorbent underwear, prenatal, constipation, smoking cessation, quit smoking,
  heated tobacco, vaginal, vagina, genital, libido, chlamydia, thong liner,
  kinderwunsch, praservativ, schwanger, ovulations, gleitgel, blasenschwach, monatsbinde, damenbinde, nachtbinde, slipeinlage,
  wochnerinnen, periodenslip, periodenunterw, erwachsenenwindel, windeln fur erwachsene, intimpflege, intimwasch, intimgel,
  intim waschlotion, scheiden, potenzmittel, erektion, erotik, sexspielzeug, abfuhrmittel, hamorrhoid, kopflaus, lausemittel,
  lauseshampoo, warzen, zapfchen, haarausfall, wechseljahr, abnehmen, abnehmkapsel, abnehmpulver, abnehmshake, abnehmtee, fettverbrenn, verstopfung, rauchentwohnung,
  tabakerhitzer, drogentest, zigarett, zigarre, zigarillo, tabak,
  nikotin(?!amid|saure), urinbeutel,
  preservatif, grossesse, test d ovulation, serviettes hygienique, serviette hygienique, serviettes periodique,
  serviette periodique, serviettes urinaire, protege slip, protections periodique, protections urinaire, fuites urinaire,
  culotte absorbante, culottes absorbante, culotte menstruel, culottes menstruel, coupe menstruel, lubrifiant intime,
  gel lubrifiant, hygiene intime, gel intime, toilette intime, soin intime, couches adulte, couche adulte, couches culottes adulte, couche culotte adulte, serviettes menstruel, serviette menstruel,
  serviette flux, serviettes flux, flux abondant, flux leger, flux moyen, suppositoire, anti chute, antichute, anti poux, poux,
  verrue, hemorroide, laxatif, chute de cheveux, vibromasseur, godemich, erotique, minceur, brule graisse, tabac a rouler, arret du tabac, sevrage tabagique, prenatal,
  preservativo, condones, compresas, salvaslip, protegeslip, tampones, perdidas de orina, lubricante intimo, embarazo,
  panales adulto, panales para adulto, copa menstrual, juguete sexual, juguetes sexuales, piojos, hemorroides, laxante,
  caida del cabello, adelgaz, quemagrasas, estrenimiento, cigarrillo, tabaco,
  preservativi, profilattic, assorbenti igienic, assorbenti intern, assorbenti con ali, assorbenti lavabil, proteggislip,
  pannolon, lubrificante intimo, igiene intima, gravidanza, coppetta mestrual, slip mestrual, pidocchi, emorroid, lassativ,
  caduta capelli, dimagrant, bruciagrassi, stitichezza, sigarett, sigari, tabacco,
  condoom, glijmiddel, zwanger, maandverband, inlegkruis, menstruatie, luiers voor volwassenen, soa test, hoofdluis,
  aambeien, laxeer, haaruitval, obstipatie, afslank, sigaren, kraamverband
`;

/** Anywhere in a word: German and Dutch put words together. */
const INSIDE = `
  inkontinenz, incontinentie, kondom, schwangerschaft, gleitgel, menstruation, damenbinde, slipeinlage, zigarette, tabak
`;

const WHOLE_WORDS = `
  sti, hiv, lice, wart, warts, verruca, thrush, stoma, vape, vapes, cbd, thc, viagra, cigar, cigars, snus, lube, puros,
  dildo, dildos
`;

/** Whole words that mean something else beside one of those that follow. */
const UNLESS: readonly (readonly [word: string, beside: string])[] = [
  // A French ink pad, a scouring pad.
  [
    'tampons?',
    'encreur|clear|jex|a recurer|recur|abrasi|gratt|eponge|raye|vaisselle|inox|bois|scrapbooking|stempel|caoutchouc',
  ],
  ['binden?', 'elastische?|mull|verband|zum|ski|snowboard|kranz|fixier|gips|idealbinde|strauss'],
  ['assorbent[ei]', 'can[ei]|cucciol[oi]|animali|tappetin[oi]|pann[oi]|carta|rotol[oi]'],
  [
    'lubricants?|lubrifiants?|lubricantes?|lubrificant[ei]|gleitmittel',
    'chain|bike|bicycle|motor|engine|ptfe|grease|zip|lock|sewing|treadmill|eye|ocul|lens|penetrating|spray|industrial|' +
      'ketten?|fahrrad|auto|reissverschluss|schloss|augen|velo|chaine|moteur|serrure|yeux|cadena|bici|moto|ojos|catena|' +
      'occhi|ketting|fiets|machine|tool|dry film|silicone oil|multi',
  ],
];

const listed = (words: string) =>
  words.split(',').map((word) => word.trim().replace(/ /g, '[^\\p{L}\\p{N}]+'));
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

const DELICATE = new RegExp(
  `${START}(?:${listed(BEGINNINGS).join('|')})|${listed(INSIDE).join('|')}|${START}(?:${listed(WHOLE_WORDS).join('|')})${END}`,
  'u',
);
const AMBIGUOUS = UNLESS.map(([word, beside]) => ({
  word: new RegExp(`${START}(?:${word})${END}`, 'u'),
  beside: new RegExp(`${START}(?:${beside})`, 'u'),
}));

const LONGEST_TEXT = 300;

/** Whether a text in one of the six languages speaks of a delicate matter. */
export function isDelicate(text: string): boolean {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return (
    DELICATE.test(plain) || AMBIGUOUS.some(({ word, beside }) => word.test(plain) && !beside.test(plain))
  );
}
