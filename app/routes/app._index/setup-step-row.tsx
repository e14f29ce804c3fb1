import { Box, Icon, InlineStack, Text } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import type { SetupStep } from './setup-steps';

interface SetupStepRowProps {
  readonly step: SetupStep;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

export function SetupStepRow({ step, isShown, onShow }: SetupStepRowProps) {
  return (
    <Box padding="200" borderRadius="200" background={isShown ? 'bg-surface-secondary' : undefined}>
      <InlineStack align="start" gap="300" wrap={false} blockAlign="center">
        <Box>
          <StepMark step={step} />
        </Box>
        <button
          type="button"
          className="larder-step"
          onClick={onShow}
          aria-pressed={isShown}
          aria-controls="setup-words"
        >
          <Text as="span" variant="bodyMd" fontWeight={isShown ? 'semibold' : 'regular'}>
            {step.title}
          </Text>
        </button>
      </InlineStack>
    </Box>
  );
}

function StepMark({ step }: { step: SetupStep }) {
  if (step.isDone) return <Icon source={CheckCircleIcon} tone="success" accessibilityLabel="Done" />;
  const words = step.isUnknown ? 'State not known yet' : 'To do';
  return <span className="larder-step-open" role="img" aria-label={words} />;
}
