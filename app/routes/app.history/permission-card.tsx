import { Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { usePermission, type PermissionAnswer } from '../../ui/use-permission';

/** Asks for the optional permission to read every order, and says why first. */
export function PermissionCard({ onGranted }: { readonly onGranted: () => void }) {
  const { answer, ask } = usePermission('read_all_orders', onGranted);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Let Shopify show Larder all orders
        </Text>
        <Text as="p">
          The easiest way. Shopify asks you for one more permission, to read orders older than 60 days. Larder
          uses them to learn how long each product lasts, and keeps what it keeps of newer ones: what was
          bought, when, and the customer’s id. Reading starts by itself.
        </Text>
        <div aria-live="polite">
          <AnswerBanner answer={answer} />
        </div>
        <InlineStack>
          <Button
            variant="primary"
            loading={answer === 'asking'}
            disabled={answer === 'granted'}
            onClick={ask}
          >
            Allow all orders
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function AnswerBanner({ answer }: { readonly answer: PermissionAnswer }) {
  if (answer === 'granted') return <Banner tone="success" title="Allowed. Reading starts in a moment." />;
  if (answer === 'declined')
    return <Banner tone="info" title="Nothing was changed. You can also upload an export below." />;
  if (answer === 'failed')
    return (
      <Banner tone="warning" title="Shopify could not ask you just now">
        <p>Try again later, or upload an export below.</p>
      </Banner>
    );
  return null;
}
