import type { ComponentProps } from 'react';
import { Card } from '@shopify/polaris';
import { EmptyNote } from '../../ui/empty-note';
import { whyNothing, type NothingReason } from './why-nothing';

const NOTES: Readonly<Record<NothingReason, ComponentProps<typeof EmptyNote>>> = {
  reading: {
    title: 'Larder is still reading your orders',
    words: 'Products appear here, with what speaks for and against each, as soon as your history is read.',
    action: { words: 'See progress', url: '/app' },
  },
  failed: {
    title: 'Your shop could not be read to the end',
    words: 'Nothing is judged before it is. Home says what went wrong, and lets you try again.',
    action: { words: 'Open Home', url: '/app' },
  },
  'not-judged': {
    title: 'Your products are not judged yet',
    words: 'Larder knows them. Each appears here as soon as it is judged, within a day.',
  },
  'no-products': {
    title: 'Larder found no products in your shop',
    words:
      'Add products in Shopify. Larder judges each one as soon as it knows it, and again as orders come in.',
    action: { words: 'Add products', url: 'shopify:admin/products' },
  },
};

/** Before there is a verdict on anything. */
export function NothingYet({ backfill }: { backfill: Parameters<typeof whyNothing>[0] }) {
  return (
    <Card>
      <EmptyNote {...NOTES[whyNothing(backfill)]} />
    </Card>
  );
}
