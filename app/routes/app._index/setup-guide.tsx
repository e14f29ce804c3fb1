import { BlockStack, Box, Button, Card, Divider, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { XIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { countOf } from '../../ui/format-values';
import { setupSteps, type SetupFacts } from './setup-steps';
import { SetupStepRow } from './setup-step-row';
import { SetupStepWords } from './setup-step-words';

/** What is left to do, with its real state. Shows how to do the first step that is not done. */
export function SetupGuide({ onDismiss, ...facts }: SetupFacts & { readonly onDismiss: () => void }) {
  const steps = setupSteps(facts);
  const done = steps.filter((step) => step.isDone).length;
  const isKnown = steps.every((step) => !step.isUnknown);
  const next = isKnown ? (steps.find((step) => !step.isDone)?.id ?? null) : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? next;

  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="300">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" wrap={false}>
            <Text as="h2" variant="headingMd">
              Set up Larder
            </Text>
            <Button
              variant="tertiary"
              icon={XIcon}
              accessibilityLabel="Put the setup guide away"
              onClick={onDismiss}
            />
          </InlineStack>
          <InlineStack align="start" gap="300" blockAlign="center" wrap={false}>
            <Box minWidth="112px">
              <Text as="p" tone="subdued" id="setup-progress">
                {done === steps.length ? 'All done' : `${done} of ${countOf(steps.length, 'step')} done`}
              </Text>
            </Box>
            <Box width="160px">
              <ProgressBar
                progress={(done / steps.length) * 100}
                size="small"
                tone="primary"
                animated={false}
                ariaLabelledBy="setup-progress"
              />
            </Box>
          </InlineStack>
        </BlockStack>
      </Box>
      <Divider />
      <Box padding="200">
        {steps.map((step) => (
          <SetupStepRow
            key={step.id}
            step={step}
            isShown={shown === step.id}
            onShow={() => setChosen(step.id)}
          />
        ))}
      </Box>
      <Divider />
      <SetupStepWords steps={steps} shown={shown} />
    </Card>
  );
}
