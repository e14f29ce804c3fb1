import { LOOK_ALIKES, ONLY_BESIDE, UNLESS, type AmbiguousWord } from './ambiguous-words';
import { plainLetters } from './plain-letters';
import { BEGINNINGS, INSIDE, WHOLE_WORDS } from './sensitive-words';

const listed = (words: string) =>
  words
    .split(',')
    .map((word) => word.trim().replace(/ /g, '[^\\p{L}\\p{N}]+'))
    .join('|');
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

const DELICATE = new RegExp(
  `${START}(?:${listed(BEGINNINGS)})|${listed(INSIDE)}|${START}(?:${listed(WHOLE_WORDS)})${END}`,
  'u',
);
const patterns = (words: readonly AmbiguousWord[]) =>
  words.map(({ word, beside }) => ({
    word: new RegExp(`${START}(?:${spaced(word)})${END}`, 'u'),
    beside: new RegExp(`${START}(?:${spaced(beside)})`, 'u'),
  }));
/** A hyphen joins words as a space does: `anti-chute`. */
const spaced = (pattern: string) => pattern.replace(/ (\??)/g, '[^\\p{L}\\p{N}]$1');
const ELSEWHERE = patterns(UNLESS);
const ONLY_THERE = patterns(ONLY_BESIDE);

const ALIKE = new RegExp(`${START}(?:${spaced(LOOK_ALIKES)})`, 'u');

const LONGEST_TEXT = 300;

/**
 * The words of a text that speak of a delicate matter in one of the six languages, as the text spells them; null without.
 * @param beside what else is said of the same thing: a word that has two meanings is told by its company
 */
export function findDelicateWords(text: string, beside = ''): string | null {
  const plain = plainLetters(text, LONGEST_TEXT);
  const found = DELICATE.exec(plain) ?? ambiguous(plain, companyOf(plain, beside), true);
  return found && asSpelled(text, found[0]);
}

/** Whether a text holds a word that sounds delicate and, by its company, is not. */
export function onlySoundsDelicate(text: string, beside: string): boolean {
  const plain = plainLetters(text, LONGEST_TEXT);
  return ALIKE.test(plain) || ambiguous(plain, companyOf(plain, beside), false) !== null;
}

const companyOf = (plain: string, beside: string) => `${plain} ${plainLetters(beside, LONGEST_TEXT)}`;

function ambiguous(plain: string, company: string, isDelicate: boolean): RegExpExecArray | null {
  for (const [words, isThere] of [
    [ELSEWHERE, false],
    [ONLY_THERE, true],
  ] as const)
    for (const { word, beside } of words) {
      const found = word.exec(plain);
      if (found && (beside.test(company) === isThere) === isDelicate) return found;
    }
  return null;
}

/** The words of the text that hold the letters which were found. */
function asSpelled(text: string, found: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu) ?? [];
  const plain = words.map((word) => plainLetters(word, LONGEST_TEXT));
  const wanted = found.match(/[\p{L}\p{N}]+/gu) ?? [];
  const from = plain.findIndex((_, at) =>
    wanted.every((piece, next) => {
      const word = plain[at + next] ?? '';
      return next === 0 ? word.includes(piece) : word.startsWith(piece);
    }),
  );
  return from < 0 ? found : words.slice(from, from + wanted.length).join(' ');
}
