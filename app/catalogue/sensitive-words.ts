/**
 * Words that speak of a delicate matter, in English, German, French, Spanish, Italian and Dutch; lower case, without
 * accents. Several words follow one another. Not a judgement of the goods, only of shared screens. Words that mean something
 * else beside others stand in `ambiguous-words.ts`.
 */

/** Beginnings of words. */
export const BEGINNINGS = `
  adult diaper, adult napp, adult toy, adult novelt, adults only, adult brief, ovulation, contracept, verhutung, anticoncept, contraccett, voorbehoedsmiddel, spermici, spermizi, zaaddod, condom(?!ini),
  personal lubricant, personal lube, sexual, sex toy, sextoy, eroti[cksq], aphrodisi, afrodisi, erectile, menopaus,
  menstru, mestrual, yeast infection, haemorrhoid, hemorrhoid, enema, head lice, scabies, herpes, sti test, std test,
  antidepress, suppositor, orlistat, weight loss, fat burner, ostomy, urinary tract, cystitis, feminine deo, drug test, drugstest, antidroga, depistage des drogues, alcohol test,
  nicotin(?!amid|ic), nicorette, cigarillo, vaping, cannabis, sanitary pad, sanitary napkin, period pad,
  period pant, period underwear, period knicker, period cup, period swim, pantyliner, panty liner, maternity pad,
  bladder control, bladder weak, sensitive bladder, feminine hygiene, feminine wash, feminine wipe, feminine pad,
  intimate wash, intimate gel, intimate lub, intimate hygiene, absorbent underwear, prenatal, smoking cessation,
  quit smoking, heated tobacco, vaginal, vagina, genital, libido, chlamydia, thong liner,
  kinderwunsch, praservativ, ovulations, gleitgel, blasenschwach, monatsbinde, damenbinde, nachtbinde, slipeinlage,
  wochnerinnen, periodenslip, periodenunterw, erwachsenenwindel, windeln fur erwachsene, intimpflege, intimwasch, intimgel,
  intim waschlotion, scheiden(?:pilz|flora|trocken|zapf|gel|creme|salbe|infekt|spul|entzund|milieu), scheidenpflege,
  potenzmittel, erektion, sexspielzeug, abfuhrmittel, hamorrhoid, kopflaus, lauseshampoo, zapfchen, wechseljahr,
  abnehmkapsel, abnehmpulver, abnehmshake, abnehmtee, fettverbrenn, rauchentwohnung, tabakerhitzer, drogentest, zigarre,
  zigarillo, nikotin(?!amid|saure), urinbeutel, fruchtbarkeitstest, harnwegsinf, blasenentzund, einlaufset, intim deo, haarverlust, mittel gegen haarverlust,
  stoma(?:beutel|gurtel|zubehor|versorg|platte|zak|riem|benod|verzorg),
  preservatif, test d ovulation, serviettes hygienique, serviette hygienique, serviettes periodique,
  serviette periodique, serviettes urinaire, protege slip, protections periodique, protections urinaire, fuites urinaire,
  culotte absorbante, culottes absorbante, culotte menstruel, culottes menstruel,
  coupes? menstruel, lubrifiant intime,
  hygiene intime, gel intime, toilette intime, soin intime, couches adulte, couche adulte, couches culottes adulte,
  couche culotte adulte, serviettes menstruel, serviette menstruel, serviette flux, serviettes flux, flux abondant,
  flux leger, flux moyen, suppositoire, infection urinaire, infections urinaires, cystite, lavement, deodorant intime, deodorants intimes,
  perte de cheveux, couches pour adulte, poches de stomie, poche de stomie, verrue, hemorroide, chute de cheveux, vibromasseur, godemich, brule graisse,
  tabac a rouler, arret du tabac, sevrage tabagique,
  preservativo, condones, ovulacion, salvaslip, protegeslip, perdidas de orina, lubricante intimo,
  panales adulto, panales para adulto, copa menstrual, juguete sexual, juguetes sexuales, hemorroides,
  caida del cabello,  quemagrasas, infeccion urinaria, infecciones urinarias, cistitis, desodorante intimo, perdida de cabello, ostomia,
  toallas sanitarias, toallas femeninas, toallas higienicas, (?:anti)?verruga, trattamenti per verruche,
  preservativi, profilattic, ovulazion, assorbenti igienic, assorbenti intern, assorbenti con ali, assorbenti lavabil,
  proteggislip, lubrificante intimo, igiene intima, copp(?:e|etta|ette) mestrual, slip mestrual, emorroid, cistite, vie urinarie, clister, pannolini per adulti, perdita di capelli, stomia,  bruciagrassi, sigari,
  condoom, glijmiddel, ovulatie, vruchtbaarheidstest, urineweginf, blaasontsteking, klysma, erotis, maandverband,  menstruatie, luiers voor volwassenen, soa test, hoofdluis,
  aambeien,  sigaren, kraamverband, wratten
`;

/** Anywhere in a word: German and Dutch put words together. */
export const INSIDE = `
  kondom(?!ini), gleitgel, menstruation, damenbinde, slipeinlage
`;

export const WHOLE_WORDS = `
  hiv, vih, verruca, verrucas, stoma, vape, vapes, cbd, thc, viagra, snus, dildo, dildos, condon
`;
