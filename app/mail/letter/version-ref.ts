import { LANGUAGES } from './locale';

/** What versions are kept of: the words in each language, and the order of the blocks. */
export const LETTER_PARTS = [...LANGUAGES, 'blocks'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** A version of a part of a letter. Version 0 is ours. */
export interface VersionRef {
  readonly part: LetterPart;
  readonly version: number;
}
