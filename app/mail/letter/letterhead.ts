import { DEFAULT_LOOK, type LetterLook } from './letter-look';
import { TEMPLATES, type BlockPlace, type TemplateId, type Wording } from './templates/template';
import type { LanguageWords } from './templates/language-words';

/** What the merchant made of a letter in one language. */
export interface Letterhead {
  readonly look: LetterLook;
  /** Null: ours. */
  readonly wording: Wording | null;
  /** Null: in our order, all of them. */
  readonly blocks: readonly BlockPlace[] | null;
}

/** As it is before the merchant touches anything. @internal */
export const PLAIN_LETTERHEAD: Letterhead = { look: DEFAULT_LOOK, wording: null, blocks: null };

/** Our words for a letter, as a merchant would have typed them. */
export function defaultWording(words: LanguageWords, id: TemplateId): Wording {
  const { subject, preheader, greeting, intro, button, outro } = words.letters[id];
  return { subject, preheader, greeting, intro, button, outro, pictureUrl: '', pictureAlt: '' };
}

/**
 * All blocks of a letter in the order the merchant chose. What is required is never hidden, the footer is last, and a
 * block that came later stands where we put it.
 */
export function blocksOf(id: TemplateId, chosen: readonly BlockPlace[] | null): readonly BlockPlace[] {
  const { blocks, required } = TEMPLATES[id];
  const known = (chosen ?? []).filter(({ name }) => blocks.includes(name));
  const missing = blocks.filter((name) => !known.some((place) => place.name === name));
  const places = [...known, ...missing.map((name) => ({ name, isHidden: false }))].map((place) => ({
    ...place,
    isHidden: place.isHidden && !required.includes(place.name),
  }));
  return [
    ...places.filter(({ name }) => name !== 'footer'),
    ...places.filter(({ name }) => name === 'footer'),
  ];
}
