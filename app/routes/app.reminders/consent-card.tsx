import { BlockStack, Button, Card, InlineStack, Link, List, Text } from '@shopify/polaris';
import type { ConsentToTell } from '../../mail/consent/list-to-tell.server';
import { countOf } from '../../ui/format-values';
import { usePermission } from '../../ui/use-permission';

/** Who unsubscribed through a mail of ours while Shopify's own record still says subscribed. */
export function ConsentCard({ count, customers }: ConsentToTell) {
  const { answer, ask } = usePermission('write_customers');
  if (count === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Unsubscribed from marketing
        </Text>
        <Text as="p">
          {countOf(count, 'customer')} unsubscribed through one of these emails. Larder writes to them no
          more, but your customer list in Shopify may still say that they are subscribed. Change it there, or
          let Larder write it.
        </Text>
        <List>
          {customers.map(({ id }) => (
            <List.Item key={id}>
              <Link url={`shopify:admin/customers/${id}`} target="_top">
                {`Customer ${id}`}
              </Link>
            </List.Item>
          ))}
        </List>
        {count > customers.length && (
          <Text as="p" tone="subdued">{`And ${count - customers.length} more.`}</Text>
        )}
        <div aria-live="polite">
          {answer === 'granted' && <Text as="p">Allowed. Larder writes it with the next one.</Text>}
          {(answer === 'declined' || answer === 'failed') && <Text as="p">Nothing was changed.</Text>}
        </div>
        <InlineStack>
          <Button loading={answer === 'asking'} disabled={answer === 'granted'} onClick={ask}>
            Let Larder write it
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
