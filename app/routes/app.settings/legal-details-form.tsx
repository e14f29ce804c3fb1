import { BlockStack, Card, FormLayout, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { UnsavedBar } from '../../ui/unsaved-bar';
import type { LegalDetails, LegalProblems } from './legal-details';

interface LegalDetailsFormProps {
  readonly kept: LegalDetails;
  readonly problems: LegalProblems;
  readonly answer: Answer | undefined;
  readonly isBusy: boolean;
  readonly onSave: (details: LegalDetails) => void;
}

export function LegalDetailsForm({ kept, problems, answer, isBusy, onSave }: LegalDetailsFormProps) {
  const [typed, setTyped] = useState<Partial<LegalDetails>>({});
  const values = { ...kept, ...typed };
  const isDirty =
    values.legalName.trim() !== kept.legalName || values.postalAddress.trim() !== kept.postalAddress;
  const props = (field: keyof LegalDetails) => ({
    value: values[field],
    error: isDirty ? problems[field] : undefined,
    onChange: (value: string) => setTyped((before) => ({ ...before, [field]: value })),
  });
  return (
    <Card>
      <UnsavedBar
        id="settings"
        isDirty={isDirty}
        isBusy={isBusy}
        onSave={() => onSave(values)}
        onDiscard={() => setTyped({})}
      />
      <BlockStack gap="400">
        <Problem answer={answer} />
        <FormLayout>
          <TextField label="Legal name" autoComplete="organization" {...props('legalName')} />
          <TextField
            label="Postal address"
            autoComplete="street-address"
            multiline={3}
            helpText="As it should stand at the foot of a mail."
            {...props('postalAddress')}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
