import { plainLetters } from './plain-letters';

/** Words, beginnings with a star, whose number is a name: `Route 66`, `Shade 12`, `Windows 11`, `Nuance 5.1`. */
const NAMED =
  'route, highway, interstate, area, catch, motel, club, studio, station, formel, formula, apollo, shade, nuance, colo(?:u)?r, ' +
  'tone, ton, tint, farbe, farbton, farbnummer, teinte, couleur, tono, colore, kleur, tinta, windows, win, office, ios, macos, ' +
  'android, iphone, ipad, galaxy, pixel, redmi, playstation, ps, xbox, usb, hdmi, wifi, bluetooth, model*, modell*, ' +
  'modele, version, edition, ausgabe, series?, serie, gen, generation, mark, mk, vol, volume, band, teil, part, parte, tome, ' +
  'deel, chapter, kapitel, level, stufe, stage, step, schritt, phase, grade, grad, niveau, livello, nivel, day, tag, jour, ' +
  'season, staffel, episode, no, nr, num, number, nummer, numero, nummero, n(?=[.°º]), art, sku, ' +
  'strength, intensity, intensitat, intensite, roast, starke, height, width, typ, type, tipo, code, din, ' +
  'wd, size, grosse, taille, talla, taglia, maat';
const NAMED_NUMBERS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NAMED.replace(/\*/g, '\\p{L}*').split(', ').join('|')})[.:°º#]*[ -]?[°#]?\\d+(?:[.,/]\\d+)*(?![\\p{L}\\p{N}])`,
  'gu',
);
const LONGEST_TEXT = 300;

/** A text in plain letters without the numbers that are names and say nothing of a size. */
export const withoutNamedNumbers = (text: string) =>
  plainLetters(text, LONGEST_TEXT).replace(NAMED_NUMBERS, ' ');
