import { BlockStack, Card, Text } from '@shopify/polaris';
import type { TacticName } from '../../tactics/tactic';
import type { PreviewItem } from '../../tactics/preview-store.server';
import { LetterPreview, type PreviewLetter } from './letter-preview';
import { ShelfPreview } from './shelf-preview';

interface TacticPreviewProps {
  readonly tactic: TacticName;
  readonly items: readonly PreviewItem[];
  readonly letter: PreviewLetter | null;
}

/** What shoppers will see, with products of this shop. */
export function TacticPreview({ tactic, items, letter }: TacticPreviewProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {tactic === 'shelf' ? 'What shoppers see' : 'The mail that goes out'}
        </Text>
        {items.length === 0 ? (
          <Text as="p" tone="subdued">
            Larder has found no consumables yet. A preview appears here as soon as it has.
          </Text>
        ) : null}
        {tactic === 'shelf' && items.length > 0 ? <ShelfPreview items={items} /> : null}
        {letter ? <LetterPreview letter={letter} /> : null}
      </BlockStack>
    </Card>
  );
}
