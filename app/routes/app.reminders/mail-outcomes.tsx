import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReminderOverview } from '../../reminders/list-reminders.server';
import { formatNumber } from '../../ui/format-values';
import { outcomeWords } from './reminder-words';

/** What became of the mails, and why some were not sent. */
export function MailOutcomes({ mails }: Pick<ReminderOverview, 'mails'>) {
  const sorted = [...mails].sort((a, b) => b.count - a.count);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What became of the reminders’ mails
        </Text>
        {sorted.length === 0 ? (
          <Text as="p" tone="subdued">
            No mail was due yet.
          </Text>
        ) : null}
        <BlockStack gap="200">
          {sorted.map(({ state, reason, count }) => (
            <InlineStack key={`${state} ${reason ?? ''}`} align="space-between" gap="200" wrap={false}>
              <Text as="span">{outcomeWords(state, reason)}</Text>
              <Text as="span" numeric>
                {formatNumber(count)}
              </Text>
            </InlineStack>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
