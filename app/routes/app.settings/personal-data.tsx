import { BlockStack, Button, Card, Collapsible, Text } from '@shopify/polaris';
import { useState } from 'react';
import { countOf } from '../../ui/format-values';
import type { PersonalDataEntry } from './list-personal-data';

/** What is held, why, and for how long; folded away until somebody wants to know. */
export function PersonalData({ entries }: { entries: readonly PersonalDataEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">
          Larder keeps {countOf(entries.length, 'kind')} of data that may belong to a person. A request to
          erase somebody, which Shopify passes on to us, removes all of it.
        </Text>
        <Button
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls="personal-data"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide' : 'Show all'}
        </Button>
        <Collapsible id="personal-data" open={isOpen} transition={false}>
          <BlockStack gap="300">
            {entries.map(({ what, why, howLong }) => (
              <BlockStack key={what} gap="050">
                <Text as="p" fontWeight="medium">
                  {what}
                </Text>
                <Text as="p" tone="subdued">
                  {why} {howLong}
                </Text>
              </BlockStack>
            ))}
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
