import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { Health } from '../../overview/load-health.server';
import { ComplaintsBanner } from '../../ui/complaints-banner';
import { formatInstant } from '../../ui/format-values';
import { SendingPaused } from '../../ui/sending-paused';

/** What did not work, with the reason as it was recorded. */
export function HealthCard({ health, timeZone }: { health: Health; timeZone: string }) {
  const { storefront, newestOrder, failedMessages, failedJobs, pause, complaints } = health;
  const isWell =
    failedMessages.length === 0 && failedJobs.length === 0 && pause === null && complaints === null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="p">
            {newestOrder
              ? `Newest order: ${newestOrder.name}, ${formatInstant(newestOrder.placedAt, timeZone)}`
              : 'No orders yet'}
          </Text>
          {!isWell ? (
            <Badge tone="warning">Needs a look</Badge>
          ) : storefront.isSilent ? (
            <Badge tone="attention">Quiet storefront</Badge>
          ) : (
            <Badge tone="success">All well</Badge>
          )}
        </InlineStack>
        <StorefrontHealth storefront={storefront} timeZone={timeZone} />
        {pause ? <SendingPaused pause={pause} timeZone={timeZone} /> : null}
        {complaints ? <ComplaintsBanner complaints={complaints} timeZone={timeZone} /> : null}
        {failedMessages.map(({ webhookId, topic, error, receivedAt }) => (
          <Failure
            key={`message-${webhookId}`}
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

/** Nothing but the storefront's own requests says where it reaches Larder, so their absence has to be seen. */
function StorefrontHealth({
  storefront: { path, heardAt, isSilent },
  timeZone,
}: {
  storefront: Health['storefront'];
  timeZone: string;
}) {
  return (
    <BlockStack gap="050">
      <Text as="p">
        {heardAt
          ? `Your storefront reaches Larder at ${path}. Last request noted: ${formatInstant(heardAt, timeZone)} (noted at most once an hour)`
          : `No request from your storefront yet. Larder expects it at ${path}`}
      </Text>
      {isSilent && (
        <Text as="p" tone="subdued">
          It has asked nothing for two days. In a quiet shop that may be so: only shoppers who may be
          recognised ask. See that the shelf is still on the home page. If Larder’s address was renamed in
          Shopify, open the new one once in a browser: Larder learns it from that visit and tells the theme.
        </Text>
      )}
    </BlockStack>
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
