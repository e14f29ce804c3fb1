import { BlockStack, Card, Link, List, Text } from '@shopify/polaris';

/** The guardrails, in the words of the shop. */
export function WhoSeesWhat({ otherwise }: { otherwise: string }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          Who sees what
        </Text>
        <List gap="extraTight">
          <List.Item>{otherwise}</List.Item>
          <List.Item>
            One in ten shoppers never sees anything of Larder, so that its effect can be measured.
          </List.Item>
          <List.Item>
            Of the others, one in ten does not see this module, so that it can be measured alone.
          </List.Item>
          <List.Item>Shoppers can switch it off for themselves.</List.Item>
        </List>
        <Link url="/app/results">See results</Link>
      </BlockStack>
    </Card>
  );
}
