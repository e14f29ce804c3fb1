import { SaveBar } from '@shopify/app-bridge-react';
import { Card, FormLayout, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { LegalDetails, LegalProblems } from './legal-details';

interface LegalDetailsFormProps {
  readonly kept: LegalDetails;
  readonly problems: LegalProblems;
  readonly isBusy: boolean;
  readonly onSave: (details: LegalDetails) => void;
}

export function LegalDetailsForm({ kept, problems, isBusy, onSave }: LegalDetailsFormProps) {
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
      <SaveBar id="settings" open={isDirty}>
        {/* App Bridge reads these attributes off the button itself. */}
        <button variant="primary" onClick={() => onSave(values)} loading={isBusy ? '' : undefined} />
        <button onClick={() => setTyped({})} disabled={isBusy} />
      </SaveBar>
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
    </Card>
  );
}
