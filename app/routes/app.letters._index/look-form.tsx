import { BlockStack, Card, FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { checkLook, type LookDraft, type LookProblems } from '../../mail/letter/check-look';
import { FONTS, type LetterFont } from '../../mail/letter/letter-look';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { UnsavedBar } from '../../ui/unsaved-bar';

interface LookFormProps {
  readonly kept: LookDraft;
  readonly shopName: string;
  readonly problems: LookProblems;
  readonly answer: Answer | undefined;
  readonly isBusy: boolean;
  readonly onSave: (draft: LookDraft) => void;
}

const FIELDS = ['logoUrl', 'buttonColour', 'buttonTextColour', 'groundColour', 'font', 'footer'] as const;

/** Logo, colours and font, with a sample that changes as they do. Colours that cannot be read together are said at once. */
export function LookForm({ kept, shopName, problems, answer, isBusy, onSave }: LookFormProps) {
  const [typed, setTyped] = useState<Partial<LookDraft>>({});
  const draft = { ...kept, ...typed };
  const isDirty = FIELDS.some((field) => draft[field].trim() !== kept[field]);
  const checked = checkLook(draft);
  const found: LookProblems = { ...problems, ...(checked.ok ? {} : checked.problems) };
  const props = (field: keyof LookDraft) => ({
    value: draft[field],
    error: isDirty ? found[field] : undefined,
    onChange: (value: string) => setTyped((before) => ({ ...before, [field]: value })),
    autoComplete: 'off',
  });
  const colour = (field: 'buttonColour' | 'buttonTextColour' | 'groundColour', label: string) => (
    <TextField
      label={label}
      {...props(field)}
      connectedRight={
        <input
          className="larder-colour"
          type="color"
          aria-label={`Pick: ${label}`}
          value={/^#[0-9a-f]{6}$/i.test(draft[field]) ? draft[field] : '#000000'}
          onChange={(event) => setTyped((before) => ({ ...before, [field]: event.target.value }))}
        />
      }
    />
  );
  return (
    <Card>
      <UnsavedBar
        id="look"
        isDirty={isDirty}
        isBusy={isBusy}
        onSave={() => onSave(draft)}
        onDiscard={() => setTyped({})}
      />
      <BlockStack gap="400">
        <Problem answer={answer} />
        <FormLayout>
          <TextField
            label="Address of your logo"
            type="url"
            helpText="Begins with https://. In Shopify: Content, Files, then the link sign beside the picture. Without it, your shop’s name stands there."
            {...props('logoUrl')}
          />
          <FormLayout.Group>
            {colour('buttonColour', 'Button')}
            {colour('buttonTextColour', 'Words on the button')}
            {colour('groundColour', 'Ground')}
          </FormLayout.Group>
          <Select
            label="Font"
            options={Object.entries(FONTS).map(([value, { title }]) => ({ value, label: title }))}
            {...props('font')}
          />
          <TextField
            label="At the foot of each letter"
            multiline={2}
            helpText="Optional. Your legal name and address stand below it in any case."
            {...props('footer')}
          />
        </FormLayout>
        <LookSample draft={draft} shopName={shopName} />
      </BlockStack>
    </Card>
  );
}

/** Not the letter, only its colours; whoever cannot see them has the words of the check. */
function LookSample({ draft, shopName }: { readonly draft: LookDraft; readonly shopName: string }) {
  const fontFamily = FONTS[draft.font as LetterFont]?.stack;
  return (
    <div
      className="larder-look"
      style={{ backgroundColor: draft.groundColour, fontFamily }}
      aria-hidden="true"
    >
      <p>{shopName}</p>
      <span style={{ backgroundColor: draft.buttonColour, color: draft.buttonTextColour }}>Reorder</span>
    </div>
  );
}
