import { BlockStack, Card, Checkbox, List, Text } from '@shopify/polaris';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';

interface OldMailProps {
  readonly isOff: boolean;
  readonly answer: Answer | null;
  readonly onChange: (isOff: boolean) => void;
}

/** Asked before the two-week email goes live: nobody should get two letters about one order. */
export function OldMailCard({ isOff, answer, onChange }: OldMailProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Is your old email after an order off?
        </Text>
        <Problem answer={answer} />
        <Text as="p">
          Many shops send a general letter about two weeks after an order. Larder sends it from now on, to
          those who get no personal one. Leave the old one on, and your customers get two.
        </Text>
        <List gap="extraTight">
          <List.Item>
            In Shopify: Marketing, then Automations, then look for emails after a purchase.
          </List.Item>
          <List.Item>
            In Klaviyo, Omnisend or Mailchimp: flows or automations that begin with a placed or fulfilled
            order.
          </List.Item>
          <List.Item>
            In apps for reviews and loyalty: their requests may stay, if they ask for something else.
          </List.Item>
        </List>
        <Checkbox label="It is off, or there never was one" checked={isOff} onChange={onChange} />
      </BlockStack>
    </Card>
  );
}
