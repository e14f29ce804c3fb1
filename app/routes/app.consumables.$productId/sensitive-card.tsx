import { BlockStack, Card, Text } from '@shopify/polaris';
import { sensitiveWords } from './sensitive-words';

/** Whether it is kept off screens that others may see, by what, what that means, and how the merchant changes it. */
export function SensitiveCard({ sensitivity }: { sensitivity: Parameters<typeof sensitiveWords>[0] }) {
  const { is, change } = sensitiveWords(sensitivity);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          On shared screens
        </Text>
        <Text as="p">{is}</Text>
        <Text as="p" tone="subdued">
          Sensitive products are never shown in public places: not on your home page, and not in the subject
          of a mail.
        </Text>
        <Text as="p" tone="subdued">
          {change}
        </Text>
      </BlockStack>
    </Card>
  );
}
