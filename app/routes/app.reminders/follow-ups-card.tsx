import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { FollowUpCount } from '../../follow-ups/count-follow-ups.server';
import { formatNumber } from '../../ui/format-values';
import { followUpWords } from './follow-up-words';

/** What became of the moments two weeks after orders: letters, and why there was none. */
export function FollowUpsCard({ counts }: { readonly counts: readonly FollowUpCount[] }) {
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Two-week emails
          </Text>
          <Text as="p" tone="subdued">
            By order. Why nothing was due is kept for sixty days.
          </Text>
        </BlockStack>
        <BlockStack gap="200">
          {counts.map((line) => (
            <InlineStack
              key={`${line.state} ${line.reason ?? ''} ${line.letter ?? ''}`}
              align="space-between"
              gap="200"
              wrap={false}
            >
              <Text as="span">{followUpWords(line)}</Text>
              <Text as="span" numeric>
                {formatNumber(line.count)}
              </Text>
            </InlineStack>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
