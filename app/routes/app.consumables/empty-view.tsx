import { BlockStack, Box, Text } from '@shopify/polaris';
import type { VerdictView } from '../../consumables/verdict-view';

const EMPTY: Readonly<Record<VerdictView, { title: string; words: string }>> = {
  consumables: {
    title: 'No consumables found',
    words:
      'Nobody has bought anything here often enough to call it one. If you sell something that gets used up, open “Not consumables” and count it as a consumable: your word beats ours.',
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
  const { title, words } = search
    ? { title: 'Nothing found', words: `No title contains “${search}”.` }
    : EMPTY[view];
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="480px">
          <Text as="p" tone="subdued" alignment="center">
            {words}
          </Text>
        </Box>
      </BlockStack>
    </Box>
  );
}
