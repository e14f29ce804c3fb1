import { written } from './written';

/** Longer texts are no titles. */
const LONGEST_TEXT = 300;

/** Lower case, `½` as `1/2`, accents off, `×`, `*` and the Cyrillic х as `x`; `TABX70` ends in `x 70`. */
export function plain(text: string): string {
  return (
    written(text.slice(0, LONGEST_TEXT))
      .replace(/[¼-¾⅐-⅞]/g, ' $&')
      .normalize('NFKD')
      // One character may have become many.
      .slice(0, LONGEST_TEXT)
      .toLowerCase()
      .replace(/ge\u0301l\b/g, 'gelule')
      .replace(/\p{M}+/gu, '')
      .replace(/⁄/g, '/')
      .replace(/(\p{L})\((?:e?s|n|en|x)\)/gu, '$1s')
      .replace(/(\d)\?(?=\p{L})/gu, '$1 ')
      .replace(/((?:\bcpr?|\bcomp|\d ?mg|mcg|microgrammes?) )b(?=\d\d)/g, '$1b/')
      .replace(/\bb(\d\d) (?=cpr?\b)/g, 'b/$1 ')
      .replace(/[×✕✖⨯⨉]|\*(?=\s?\d)|(?<=\d )mal(?= \d)/g, ' x ')
      .replace(/(\d ?x ?)\(([^()]*)\)/g, '$1$2 ')
      .replace(/(?<![\d.,])(\d)(kg|l)(5|25|50|75)(?![\p{L}\d.,])/gu, '$1.$3 $2')
      .replace(/[‐-―−]/g, '-')
      .replace(/[’`´]/g, "'")
      .replace(/\bn ?°/g, 'no ')
      .replace(/(?<![a-z])gr? ?\/ ?(?:m2|qm|sqm)\b/g, ' gsm')
      .replace(/fl\.? ?oz|fluid ounces?/g, 'floz')
      .replace(/\bhlf\b/g, 'half')
      .replace(/\b(\d{1,3})[xх](?=\d)/g, '$1 x ')
      .replace(/(\p{L}{3})x(\d{2,3})\s*$/u, '$1 x $2')
      .replace(/(\dk?[gl]|\d[mc]l|\dgm)[xх](?=\d)/g, '$1 x ')
  );
}
