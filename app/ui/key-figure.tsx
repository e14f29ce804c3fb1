import { BlockStack, Text } from '@shopify/polaris';
import { formatNumber } from './format-values';

/** One number with its words; `hint` says what it counts. Null is not known. */
export function KeyFigure({ label, value, hint }: { label: string; value: number | null; hint?: string }) {
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="p" variant="headingLg" numeric>
        {value === null ? '–' : formatNumber(value)}
      </Text>
      {hint ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {hint}
        </Text>
      ) : null}
    </BlockStack>
  );
}
