import { BlockStack, Card, List, Text } from '@shopify/polaris';

export function HowItIsMeasured() {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          How this is measured
        </Text>
        <List gap="extraTight">
          <List.Item>
            Some shoppers, drawn at random, never see Larder. Comparing the others with them shows what Larder
            changed and what would have happened anyway.
          </List.Item>
          <List.Item>
            A shopper enters a group the first time Larder has something for them, shown or held back, and
            stays in it.
          </List.Item>
          <List.Item>
            Each shopper counts once, on all their devices we know of, however often they order.
          </List.Item>
          <List.Item>Cancelled, fully refunded and test orders do not count.</List.Item>
          <List.Item>
            Small groups differ by chance. Until the smaller one has 20 conversions there are counts here, and
            no verdict.
          </List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}
