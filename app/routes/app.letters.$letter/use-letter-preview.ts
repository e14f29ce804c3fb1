import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { Letter } from '../../mail/kinds';
import type { Language } from '../../mail/letter/locale';
import type { LetterAnswer } from './edit-letter.server';
import type { LetterDraft } from './use-letter-draft';

/** How long typing must rest before the letter is written anew. */
const REST_MS = 350;

export type Sample = 'products' | 'reminder';

export interface LetterPreview {
  readonly letter: Letter;
  readonly problem: string | undefined;
  readonly sample: Sample;
  readonly setSample: (sample: Sample) => void;
  /** What the letter shown was asked with. */
  readonly asked: Readonly<Record<'language' | 'words' | 'blocks' | 'sample', string>>;
}

/** The letter as it is typed, written by the very code that writes the ones that go out. */
export function useLetterPreview(first: Letter, draft: LetterDraft, firstLanguage: Language): LetterPreview {
  const fetcher = useFetcher<LetterAnswer>();
  const [sample, setSample] = useState<Sample>('products');
  const asked = {
    language: draft.language,
    words: JSON.stringify(draft.words),
    blocks: JSON.stringify(draft.blocks),
    sample,
  };
  const question = JSON.stringify(asked);
  const isFirst =
    !draft.isDirty && draft.language === firstLanguage && sample === 'products' && fetcher.data === undefined;
  useEffect(() => {
    if (isFirst) return;
    const timer = setTimeout(
      () => fetcher.submit({ ...asked, intent: 'preview' }, { method: 'post' }),
      REST_MS,
    );
    return () => clearTimeout(timer);
    // The question holds everything that is asked.
  }, [question]);
  return {
    letter: fetcher.data?.preview ?? first,
    problem: fetcher.data?.problem,
    sample,
    setSample,
    asked,
  };
}
