import { BlockStack, Button, ChoiceList, InlineStack, TextField } from '@shopify/polaris';
import type { DecisionDraft } from '../../tactics/review';
import type { DecisionState } from './use-decision';

export interface DecisionFormProps {
  readonly state: DecisionState;
  readonly problems: Readonly<Partial<Record<keyof DecisionDraft, string>>>;
  readonly isBusy: boolean;
  readonly onDecide: () => void;
}

const CHOICES = [
  { label: 'Keep it', value: 'keep', helpText: 'The next review is in four weeks.' },
  { label: 'Change it', value: 'change', helpText: 'The next review begins with the changed note.' },
  { label: 'Retire it', value: 'retire', helpText: 'It is switched off; its results stay.' },
];

/** What happens next, why, and who says so. */
export function DecisionForm({ state, problems, isBusy, onDecide }: DecisionFormProps) {
  const { draft, set } = state;
  return (
    <BlockStack gap="300">
      <ChoiceList
        title="What happens next?"
        choices={CHOICES}
        selected={[draft.decision]}
        onChange={([value]) => set('decision', value ?? '')}
        error={problems.decision}
      />
      <TextField
        label="Why?"
        value={draft.why}
        onChange={(value) => set('why', value)}
        multiline={2}
        autoComplete="off"
        error={problems.why}
      />
      <TextField
        label="Who decides?"
        value={draft.decidedBy}
        onChange={(value) => set('decidedBy', value)}
        autoComplete="off"
        error={problems.decidedBy}
      />
      <InlineStack>
        <Button variant="primary" loading={isBusy} onClick={onDecide}>
          Record the decision
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
