import { BlockStack, Card, Text } from '@shopify/polaris';
import type { TacticName } from '../../tactics/tactic';
import type { PreviewItem } from '../../tactics/preview-store.server';
import { LetterPreviews, type NamedLetter } from './letter-previews';
import { ShelfPreview } from './shelf-preview';

interface TacticPreviewProps {
  readonly tactic: TacticName;
  readonly items: readonly PreviewItem[];
  readonly letters: readonly NamedLetter[];
}

const TITLES: Readonly<Record<TacticName, string>> = {
  shelf: 'What shoppers see',
  reminder: 'The mail that goes out',
  'follow-up': 'The letters that go out',
};

/** What shoppers will see, with products of this shop. */
export function TacticPreview({ tactic, items, letters }: TacticPreviewProps) {
  // The two-week email has something to say in a shop without consumables as well.
  const needsItems = tactic !== 'follow-up';
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {TITLES[tactic]}
        </Text>
        {needsItems && items.length === 0 ? (
          <Text as="p" tone="subdued">
            Larder has found no consumables yet. A preview appears here as soon as it has.
          </Text>
        ) : null}
        {tactic === 'shelf' && items.length > 0 ? <ShelfPreview items={items} /> : null}
        {needsItems && items.length === 0 ? null : <LetterPreviews letters={letters} />}
      </BlockStack>
    </Card>
  );
}
