import type { ComponentProps } from 'react';
import type { VerdictView } from '../../consumables/verdict-view';
import { EmptyNote } from '../../ui/empty-note';
import { nothingFoundWords } from './view-words';

const EMPTY: Readonly<Record<VerdictView, ComponentProps<typeof EmptyNote>>> = {
  consumables: {
    title: 'No consumables found',
    words:
      'Nothing here is bought again often enough to call it one. If you sell something that gets used up, open “Not consumables” and count it as one: your word beats ours.',
    action: { words: 'Let Larder see older orders', url: '/app/history' },
  },
  others: {
    title: 'Everything here is a consumable',
    words: 'Every product of your shop is counted as a consumable.',
  },
  overruled: {
    title: 'You have not overruled anything',
    words:
      'When Larder is wrong about a product, select it in its tab, or open it, and say what it is. It stays as you set it.',
  },
};

interface EmptyViewProps {
  readonly view: VerdictView;
  readonly search: string;
  /** Products of each view that the search finds. */
  readonly counts: Readonly<Record<VerdictView, number>>;
}

/** Why a tab is empty, and what to do. */
export function EmptyView({ view, search, counts }: EmptyViewProps) {
  if (search.trim() === '') return <EmptyNote {...EMPTY[view]} />;
  return <EmptyNote title="Nothing found" words={nothingFoundWords(view, search.trim(), counts)} />;
}
