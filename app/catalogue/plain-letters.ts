const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o' };

/** So much of a text is looked at for each letter that is wanted: what nobody sees may stand between the letters. */
const ROOM = 4;

/**
 * A text as one compares it: lower case, without accents and without what nobody sees (soft hyphens, zero-width signs), at
 * most `most` characters, however many a sign of the text unfolds into.
 */
export function plainLetters(text: string, most: number): string {
  return text
    .slice(0, ROOM * most)
    .toLowerCase()
    .replace(/[ßœæø]/g, (letter) => LIGATURES[letter]!)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .slice(0, most);
}

const LONGEST_TITLE = 300;

/** A product's title, or part of one, as searches compare it: "käse" finds KÄSE and Kase. */
export const plainTitle = (title: string) => plainLetters(title, LONGEST_TITLE);
