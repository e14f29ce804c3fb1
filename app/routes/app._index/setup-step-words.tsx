import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import type { SetupStep } from './setup-steps';

interface SetupStepWordsProps {
  readonly steps: readonly SetupStep[];
  readonly shown: string | null;
}

/** How to do a step. All of them take the same place, so that choosing one, or learning what is done, moves nothing. */
export function SetupStepWords({ steps, shown }: SetupStepWordsProps) {
  return (
    <Box padding="400" paddingBlockEnd="400">
      <div className="larder-stack" id="setup-words" aria-live="polite">
        {steps.map((step) => (
          <div key={step.id} className={step.id === shown ? 'larder-stack__shown' : undefined}>
            <BlockStack gap="300" inlineAlign="start">
              <Text as="p" tone="subdued">
                {step.words}
              </Text>
              {step.action ? (
                <Button url={step.action.url} variant={step.isDone ? undefined : 'primary'}>
                  {step.action.words}
                </Button>
              ) : null}
            </BlockStack>
          </div>
        ))}
        <div
          className={steps.every((step) => step.isDone) && shown === null ? 'larder-stack__shown' : undefined}
        >
          <Text as="p" tone="subdued">
            Everything is in place. You can put this guide away.
          </Text>
        </div>
      </div>
    </Box>
  );
}
