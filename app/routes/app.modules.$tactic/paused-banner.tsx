import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { PauseReason } from '../../tactics/pause-reason';
import { pauseSentence } from '../../ui/review-words';

/** Why Larder paused the module, and what can be done. */
export function PausedBanner({ because }: { because: PauseReason }) {
  return (
    <Banner tone="warning" title="Larder has paused this module">
      <BlockStack gap="200">
        <Text as="p">{pauseSentence(because)}</Text>
        <Text as="p">
          {because.reason === 'harm'
            ? 'Everyone sees the default meanwhile. You can let it go on; objections are then counted afresh.'
            : 'Everyone sees the default meanwhile. Record a decision below.'}
        </Text>
      </BlockStack>
    </Banner>
  );
}
