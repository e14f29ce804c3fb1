import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { Health } from '../../results/load-health.server';
import { formatInstant } from '../../ui/format-values';
import { SendingPaused } from '../../ui/sending-paused';

/** What did not work, with the reason as it was recorded. */
export function HealthCard({ health, timeZone }: { health: Health; timeZone: string }) {
  const { newestOrder, failedMessages, failedJobs, pause } = health;
  const isWell = failedMessages.length === 0 && failedJobs.length === 0 && pause === null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="p">
            {newestOrder
              ? `Newest order: ${newestOrder.name}, ${formatInstant(newestOrder.placedAt, timeZone)}`
              : 'No orders yet'}
          </Text>
          {isWell ? <Badge tone="success">All well</Badge> : <Badge tone="warning">Needs a look</Badge>}
        </InlineStack>
        {pause ? <SendingPaused pause={pause} timeZone={timeZone} /> : null}
        {failedMessages.map(({ id, topic, error, receivedAt }) => (
          <Failure
            key={`message-${id}`}
            what={`Message from Shopify (${topic}), ${formatInstant(receivedAt, timeZone)}`}
            error={error}
          />
        ))}
        {failedJobs.map(({ id, kind, error, isTried }) => (
          <Failure
            key={`job-${id}`}
            what={`Task ${kind}${isTried ? ', tried again by itself' : ''}`}
            error={error}
          />
        ))}
      </BlockStack>
    </Card>
  );
}

function Failure({ what, error }: { what: string; error: string | null }) {
  return (
    <BlockStack gap="050">
      <Text as="p" fontWeight="medium">
        {what}
      </Text>
      <Text as="p" tone="critical" breakWord>
        {error ?? 'No reason was recorded.'}
      </Text>
    </BlockStack>
  );
}
