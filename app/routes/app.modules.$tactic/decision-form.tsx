import { BlockStack, Button, ChoiceList, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { DecisionDraft } from '../../tactics/review';

interface DecisionFormProps {
  readonly owner: string;
  readonly problems: Readonly<Partial<Record<keyof DecisionDraft, string>>>;
  readonly isBusy: boolean;
  readonly onDecide: (draft: DecisionDraft) => void;
}

const CHOICES = [
  { label: 'Keep it', value: 'keep', helpText: 'The next review is in four weeks.' },
  { label: 'Change it', value: 'change', helpText: 'The next review begins with the changed note.' },
  { label: 'Retire it', value: 'retire', helpText: 'It is switched off; its results stay.' },
];

/** What happens next, why, and who says so. */
export function DecisionForm({ owner, problems, isBusy, onDecide }: DecisionFormProps) {
  const [decision, setDecision] = useState('');
  const [why, setWhy] = useState('');
  const [decidedBy, setDecidedBy] = useState(owner);
  return (
    <BlockStack gap="300">
      <ChoiceList
        title="What happens next?"
        choices={CHOICES}
        selected={[decision]}
        onChange={([value]) => setDecision(value ?? '')}
        error={problems.decision}
      />
      <TextField
        label="Why?"
        value={why}
        onChange={setWhy}
        multiline={2}
        autoComplete="off"
        error={problems.why}
      />
      <TextField
        label="Who decides?"
        value={decidedBy}
        onChange={setDecidedBy}
        autoComplete="off"
        error={problems.decidedBy}
      />
      <InlineStack>
        <Button variant="primary" loading={isBusy} onClick={() => onDecide({ decision, why, decidedBy })}>
          Record the decision
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
