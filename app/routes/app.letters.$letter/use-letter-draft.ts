import { useEffect, useState } from 'react';
import { LANGUAGES, type Language } from '../../mail/letter/locale';
import { checkWording, type WordingProblems } from '../../mail/letter/templates/check-wording';
import {
  WORD_PARTS,
  type BlockPlace,
  type TemplateId,
  type Wording,
  type WordPart,
} from '../../mail/letter/templates/template';
import type { LetterAnswer } from './edit-letter.server';

export interface KeptLetter {
  readonly id: TemplateId;
  readonly language: Language;
  readonly words: Readonly<Record<Language, Wording>>;
  readonly blocks: readonly BlockPlace[];
}

export interface LetterDraft {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly words: Wording;
  readonly blocks: readonly BlockPlace[];
  readonly problems: WordingProblems;
  readonly isDirty: boolean;
  readonly set: (part: WordPart, words: string) => void;
  readonly setBlocks: (blocks: readonly BlockPlace[]) => void;
  readonly reset: () => void;
  /** False, with the first language that needs mending in view, when something would not be kept. */
  readonly mayBeSaved: () => boolean;
  /** What was changed, as JSON. */
  readonly changes: () => string;
}

/** A letter as it is typed, in all languages at once, beside the one that is kept. */
export function useLetterDraft(kept: KeptLetter, answer: LetterAnswer | undefined): LetterDraft {
  const [language, setLanguage] = useState(kept.language);
  const [typed, setTyped] = useState<Partial<Record<Language, Partial<Wording>>>>({});
  const [order, setOrder] = useState<readonly BlockPlace[] | null>(null);
  const reset = () => {
    setTyped({});
    setOrder(null);
  };
  useEffect(() => {
    if (answer?.saved) reset();
  }, [answer]);

  const wordsIn = (each: Language): Wording => ({ ...kept.words[each], ...typed[each] });
  const dirty = LANGUAGES.filter((each) =>
    WORD_PARTS.some((part) => wordsIn(each)[part] !== kept.words[each][part]),
  );
  const problemsIn = (each: Language): WordingProblems => {
    const checked = checkWording(kept.id, wordsIn(each));
    return checked.ok ? {} : checked.problems;
  };
  const blocks = order ?? kept.blocks;
  const isReordered = JSON.stringify(blocks) !== JSON.stringify(kept.blocks);
  return {
    language,
    setLanguage,
    words: wordsIn(language),
    blocks,
    problems: { ...(dirty.includes(language) ? problemsIn(language) : answer?.problems?.[language]) },
    isDirty: dirty.length > 0 || isReordered,
    set: (part, words) =>
      setTyped((before) => ({ ...before, [language]: { ...before[language], [part]: words } })),
    setBlocks: setOrder,
    reset,
    mayBeSaved() {
      const wrong = dirty.find((each) => Object.keys(problemsIn(each)).length > 0);
      if (wrong !== undefined) setLanguage(wrong);
      return wrong === undefined;
    },
    changes: () =>
      JSON.stringify({
        words: Object.fromEntries(dirty.map((each) => [each, wordsIn(each)])),
        ...(isReordered && { blocks }),
      }),
  };
}
