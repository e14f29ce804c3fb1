import { BlockStack, Button, ButtonGroup, InlineStack, Text } from '@shopify/polaris';
import { countOf, formatNumber } from '../../ui/format-values';
import { BULK_WORDS } from './bulk-words';
import type { Says } from './overruling-form';

interface PhoneBarProps {
  readonly selected: number;
  /** Products on all pages. */
  readonly found: number;
  readonly onSay: (says: Says) => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What a phone shows for selected rows, where the list has no head to show it in. */
export function PhoneBar({ selected, found, onSay, onSelectAll, onClear }: PhoneBarProps) {
  if (selected === 0) return null;
  return (
    <div className="larder-phone-bar" role="group" aria-label="Selected products">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="span" fontWeight="semibold">
            {selected === found ? `All ${formatNumber(found)} on every page` : countOf(selected, 'product')}
          </Text>
          {selected < found ? (
            <Button variant="plain" onClick={onSelectAll}>
              Select all {formatNumber(found)}
            </Button>
          ) : (
            <Button variant="plain" onClick={onClear}>
              Select none
            </Button>
          )}
        </InlineStack>
        <ButtonGroup>
          {BULK_WORDS.map(([says, words]) => (
            <Button key={says} size="slim" onClick={() => onSay(says)}>
              {words}
            </Button>
          ))}
        </ButtonGroup>
      </BlockStack>
    </div>
  );
}
