import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { TacticChangeName } from '../../tactics/tactic-store.server';
import { formatInstant } from '../../ui/format-values';

const WORDS: Readonly<Record<TacticChangeName, string>> = {
  'switched-on': 'Switched on',
  'switched-off': 'Switched off',
  paused: 'Paused by Larder',
  'note-changed': 'Decision note changed',
};

interface ModuleHistoryProps {
  readonly changes: readonly { readonly id: number; readonly change: string; readonly at: string }[];
  readonly timeZone: string;
}

/** What happened to the module, newest first. */
export function ModuleHistory({ changes, timeZone }: ModuleHistoryProps) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          History
        </Text>
        {changes.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing yet.
          </Text>
        ) : null}
        {changes.map(({ id, change, at }) => (
          <InlineStack key={id} align="space-between" gap="200">
            <Text as="span">{WORDS[change as TacticChangeName] ?? change}</Text>
            <Text as="span" tone="subdued">
              {formatInstant(at, timeZone)}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
