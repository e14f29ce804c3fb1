import {
  BlockStack,
  Box,
  Button,
  Collapsible,
  Icon,
  InlineStack,
  Text,
  UnstyledButton,
} from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import type { SetupStep } from './setup-steps';

interface SetupStepRowProps {
  readonly step: SetupStep;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function SetupStepRow({ step, isOpen, onOpen }: SetupStepRowProps) {
  const id = `setup-${step.id}`;
  return (
    <Box padding="200" borderRadius="200" background={isOpen ? 'bg-surface-secondary' : undefined}>
      <InlineStack align="start" gap="300" wrap={false} blockAlign="start">
        <Box>
          <StepMark step={step} />
        </Box>
        <Box width="100%">
          <UnstyledButton className="larder-step" onClick={onOpen} ariaExpanded={isOpen} ariaControls={id}>
            <Text as="span" variant="bodyMd" fontWeight={isOpen ? 'semibold' : 'regular'}>
              {step.title}
            </Text>
          </UnstyledButton>
          <Collapsible id={id} open={isOpen} transition={false}>
            <Box paddingBlockStart="100" paddingBlockEnd="100">
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
            </Box>
          </Collapsible>
        </Box>
      </InlineStack>
    </Box>
  );
}

function StepMark({ step }: { step: SetupStep }) {
  if (step.isDone) return <Icon source={CheckCircleIcon} tone="success" accessibilityLabel="Done" />;
  const words = step.isUnknown ? 'State not known yet' : 'To do';
  return <span className="larder-step-open" role="img" aria-label={words} />;
}
