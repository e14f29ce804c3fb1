import type { ComponentProps } from 'react';
import type { VerdictView } from '../../consumables/verdict-view';
import { EmptyNote } from '../../ui/empty-note';

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
    words: 'When Larder is wrong about a product, change it in its row. It stays as you set it.',
  },
};

/** Why a tab is empty, and what to do. */
export function EmptyView({ view, search }: { view: VerdictView; search: string }) {
  if (search) return <EmptyNote title="Nothing found" words={`No title contains “${search}”.`} />;
  return <EmptyNote {...EMPTY[view]} />;
}
