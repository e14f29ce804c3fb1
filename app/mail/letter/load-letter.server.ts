import type { Ports } from '../../ports';
import type { LetterLook } from './letter-look';
import { blocksOf, defaultWording } from './letterhead';
import { listVersions, loadLetterhead, type LetterChange } from './letterhead-store.server';
import { LANGUAGES, type Language } from './locale';
import type { BlockPlace, TemplateId, Wording } from './templates/template';
import { WORDS } from './templates/words';

export interface EditedLetter {
  readonly words: Readonly<Record<Language, Wording>>;
  /** Languages in which the words are the merchant's. */
  readonly changed: readonly Language[];
  readonly blocks: readonly BlockPlace[];
  readonly look: LetterLook;
  readonly changes: readonly LetterChange[];
}

const SHOWN_CHANGES = 20;

/** A letter as it stands in all languages, with what was changed about it, newest first. */
export async function loadLetter(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  template: TemplateId,
): Promise<EditedLetter> {
  const { read } = ports.db;
  const [heads, changes] = await Promise.all([
    Promise.all(LANGUAGES.map((language) => loadLetterhead(read, shopId, template, language))),
    listVersions(read, shopId, template, SHOWN_CHANGES),
  ]);
  const words = LANGUAGES.map(
    (language, place) =>
      [language, heads[place]?.wording ?? defaultWording(WORDS[language], template)] as const,
  );
  const [head] = heads;
  if (!head) throw new Error('There is no language');
  return {
    words: Object.fromEntries(words) as Record<Language, Wording>,
    changed: LANGUAGES.filter((_, place) => Boolean(heads[place]?.wording)),
    blocks: blocksOf(template, head.blocks),
    look: head.look,
    changes,
  };
}
