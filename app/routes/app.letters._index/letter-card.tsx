import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';

interface LetterCardProps {
  readonly letter: {
    readonly id: string;
    readonly title: string;
    readonly about: string;
    /** Whether the merchant worded or arranged it. */
    readonly isChanged: boolean;
  };
}

export function LetterCard({ letter: { id, title, about, isChanged } }: LetterCardProps) {
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            {title}
          </Text>
          {isChanged ? <Badge tone="info">Your words</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {about}
        </Text>
        <InlineStack>
          <Button url={`/app/letters/${id}`} accessibilityLabel={`Open ${title}`}>
            Open
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
