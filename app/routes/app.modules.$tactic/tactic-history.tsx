import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { formatInstant } from '../../ui/format-values';

export interface HistoryLine {
  readonly id: number;
  /** ISO instant. */
  readonly at: string;
  readonly title: string;
  readonly lines: readonly string[];
}

interface TacticHistoryProps {
  readonly changes: readonly HistoryLine[];
  readonly timeZone: string;
}

/** What happened to the module, newest first, with what each change said before and after. */
export function TacticHistory({ changes, timeZone }: TacticHistoryProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          History
        </Text>
        {changes.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing yet.
          </Text>
        ) : null}
        {changes.map(({ id, at, title, lines }) => (
          <BlockStack key={id} gap="050">
            <InlineStack align="space-between" gap="200">
              <Text as="span">{title}</Text>
              <Text as="span" tone="subdued">
                {formatInstant(at, timeZone)}
              </Text>
            </InlineStack>
            {lines.map((line) => (
              <Text key={line} as="p" tone="subdued">
                {line}
              </Text>
            ))}
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
