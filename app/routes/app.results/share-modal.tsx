import { BlockStack, ChoiceList, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { OutcomeOf } from '../../results/counting/outcomes';
import type { ShareView } from '../../results/page/results-view';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { useFormats } from './use-formats';

interface ShareModalProps {
  readonly of: OutcomeOf;
  readonly currentBp: number;
  readonly choices: readonly ShareView[];
  readonly isOpen: boolean;
  /** Of the last press, where it was about the share. */
  readonly answer: Answer | null;
  readonly isBusy: boolean;
  readonly onChange: (shareBp: number) => void;
  readonly onClose: () => void;
}

/** Another share of shoppers without it: what it would show, and what it starts afresh. */
export function ShareModal(props: ShareModalProps) {
  const { of, currentBp, choices, isOpen, answer, isBusy, onChange, onClose } = props;
  const { share, change } = useFormats();
  const [chosen, setChosen] = useState(currentBp);
  const who =
    of === 'larder' ? 'of all shoppers never see Larder' : 'of those who may see Larder do not see this';
  return (
    <Modal
      open={isOpen}
      onClose={onClose}
      title="Change the share without it"
      primaryAction={{
        content: 'Start a new version',
        onAction: () => onChange(chosen),
        disabled: chosen === currentBp,
        loading: isBusy,
      }}
      secondaryActions={[{ content: 'Cancel', onAction: onClose, disabled: isBusy }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Problem answer={answer} />
          <ChoiceList
            title={`How many ${who}?`}
            selected={[String(chosen)]}
            onChange={([value]) => setChosen(Number(value))}
            choices={choices.map(({ shareBp, detectableLift }) => ({
              value: String(shareBp),
              label: `${share(shareBp / 10_000)}${shareBp === currentBp ? ', as now' : ''}`,
              helpText:
                detectableLift === null
                  ? 'There are too few shoppers to show a difference within half a year.'
                  : `Counted anew, a difference of ${change(detectableLift)} or more would probably show within half a year.`,
            }))}
          />
          <BlockStack gap="100">
            <Text as="p">
              A new version starts at once and counts from zero. What was counted so far stays readable under
              the old version; the two are never added up.
            </Text>
            <Text as="p">
              Shoppers who were counted before stay with the old version.{' '}
              {of === 'larder' ? 'A larger holdout keeps everyone who is held out already.' : ''}
            </Text>
          </BlockStack>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
