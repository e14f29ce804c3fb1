import { BlockStack, Card, List, Text } from '@shopify/polaris';

export function HowItIsCounted() {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          How it is counted
        </Text>
        <List>
          <List.Item>
            Every purchase of a consumable by a customer or browser that can be recognised gets one reminder.
            Those whose day falls into the 90 days are counted, under each rule.
          </List.Item>
          <List.Item>
            Larder’s day rests only on what was known on the evening of the purchase. Which products are
            consumables, and how the model weighs, was learned from purchases before the 90 days.
          </List.Item>
          <List.Item>
            Near means within seven days before or after. People buy without reminders, too: this says whether
            the day is well chosen, not what a reminder adds. Results tells that.
          </List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}
