import { BlockStack, Box, Button, Text } from '@shopify/polaris';

interface EmptyNoteProps {
  readonly title: string;
  /** What it means, or what to do. */
  readonly words: string;
  readonly action?: { readonly words: string; readonly url: string };
}

/** What stands where there is nothing to list. */
export function EmptyNote({ title, words, action }: EmptyNoteProps) {
  return (
    <Box padding={{ xs: '600', sm: '1000' }}>
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="480px">
          <Text as="p" tone="subdued" alignment="center">
            {words}
          </Text>
        </Box>
        {action ? (
          <Box paddingBlockStart="200">
            <Button url={action.url}>{action.words}</Button>
          </Box>
        ) : null}
      </BlockStack>
    </Box>
  );
}
