import { BlockStack, Button, Card, Collapsible, Text } from '@shopify/polaris';
import { useState } from 'react';
import { erasureWords } from './erasure-words';
import type { PersonalDataEntry } from './list-personal-data';

/** What is held, why, and for how long; folded away until somebody wants to know. */
export function PersonalData({ entries }: { entries: readonly PersonalDataEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{erasureWords(entries)}</Text>
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
            {entries.map(({ what, why, howLong, remains }) => (
              <BlockStack key={what} gap="050">
                <Text as="p" fontWeight="medium">
                  {what}
                </Text>
                <Text as="p" tone="subdued">
                  {why} {howLong}
                  {remains ? ` After an erasure stays: ${remains}` : ''}
                </Text>
              </BlockStack>
            ))}
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
