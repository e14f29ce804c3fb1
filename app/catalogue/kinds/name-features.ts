import { plainLetters } from '../plain-letters';

/**
 * What the classifier sees of a name: its words, pairs of words, which word stands first and last in each phrase (the last
 * carries the meaning in English, German and Dutch, the first in French, Spanish and Italian), words behind a "for" or
 * "with", and pieces of words, so that "Flüssigwaschmittel" is known by "waschmittel". Case, accents and numbers say nothing.
 */
export function forEachFeature(text: string, visit: (hash: number) => void): void {
  const phrases = phrasesOf(text);
  for (const { words, units, isBehind } of phrases) {
    const last = words.length - 1;
    for (const [at, word] of words.entries()) {
      visit(hashOf(isBehind ? 'p' : 'w', word));
      if (at > 0) visit(hashOf('2', words[at - 1]!, word));
      visitPieces(word, visit);
    }
    for (const unit of units) visit(hashOf('u', unit));
    if (isBehind || last < 0) continue;
    visit(hashOf('f', words[0]!));
    visit(hashOf('l', words[last]!));
  }
}

/** Different features share a number rarely: one word in some hundred that nobody has met is taken for a known one. */
export const HASH_BITS = 22;

interface Phrase {
  readonly words: readonly string[];
  /** What is counted or measured in it: `ml`, `cm`, `gb`. */
  readonly units: readonly string[];
  /** It says what something is for or with, not what it is. */
  readonly isBehind: boolean;
}

const LONGEST_TEXT = 200;
const LONGEST_WORD = 30;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 6;

const BEHIND = new Set(
  (
    'for with without from in on by to fur mit ohne aus von im am zum zur pour avec sans aux au en para con sin ' +
    'per senza voor met zonder van uit'
  ).split(' '),
);
/** They join words of one name in Romance languages: "papier de toilette", "aceite de oliva". */
const JOINING = new Set(
  'de du des la le les l d et del el los las y di da della dello e il lo i gli the and und a an of'.split(
    ' ',
  ),
);
const UNITS = new Set(
  (
    'ml cl dl kg mg mcg iu ltr liter litre litres oz fl lb lbs cm mm inch inches zoll pouces ft gb tb mb mah kw watt volt ' +
    'hz stk st stuck pcs pc pieces pieza piezas pezzi stuks ct count er blatt wl tlg teilig'
  ).split(' '),
);

function phrasesOf(text: string): readonly Phrase[] {
  const plain = plainLetters(text, LONGEST_TEXT);
  if (!isMostlyLatin(plain)) return [];
  return plain.split(/[,;:|/()[\]–—+•·]| - /).flatMap(phrasesOfPart);
}

/** Nothing was learned of other scripts: whatever they resemble, they resemble by chance. */
function isMostlyLatin(plain: string): boolean {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  return 2 * (plain.match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters;
}

function phrasesOfPart(part: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let words: string[] = [];
  let units: string[] = [];
  let isBehind = false;
  for (const [found, unit] of part.matchAll(/\d[\d.,]*\s?([glmwvx])(?!\p{L})|\p{Script=Latin}+/gu)) {
    if (unit !== undefined || UNITS.has(found)) units.push(unit ?? found);
    else if (BEHIND.has(found) && words.length > 0) {
      phrases.push({ words, units, isBehind });
      words = [];
      units = [];
      isBehind = true;
    } else if (found.length > 1 && !JOINING.has(found)) words.push(found.slice(0, LONGEST_WORD));
  }
  phrases.push({ words, units, isBehind });
  return phrases;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashOf(sort: string, word: string, next?: string): number {
  let hash = mix(FNV_OFFSET, sort.charCodeAt(0));
  for (let i = 0; i < word.length; i += 1) hash = mix(hash, word.charCodeAt(i));
  if (next === undefined) return folded(hash);
  hash = mix(hash, SPACE);
  for (let i = 0; i < next.length; i += 1) hash = mix(hash, next.charCodeAt(i));
  return folded(hash);
}

const SPACE = 32;
const EDGE = 95;

function visitPieces(word: string, visit: (hash: number) => void): void {
  const length = word.length + 2;
  const codeAt = (at: number) => (at === 0 || at === length - 1 ? EDGE : word.charCodeAt(at - 1));
  for (let from = 0; from + SHORTEST_PIECE <= length; from += 1) {
    let hash = mix(FNV_OFFSET, EDGE);
    const end = Math.min(length, from + LONGEST_PIECE);
    for (let at = from; at < end; at += 1) {
      hash = mix(hash, codeAt(at));
      if (at - from + 1 >= SHORTEST_PIECE) visit(folded(hash));
    }
  }
}

const mix = (hash: number, code: number) => Math.imul(hash ^ code, FNV_PRIME);

const folded = (hash: number) => ((hash ^ (hash >>> HASH_BITS)) >>> 0) & ((1 << HASH_BITS) - 1);
