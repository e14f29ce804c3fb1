import { BlockStack, Button, Card, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { LANGUAGES, type Language } from '../../mail/letter/locale';
import { WORD_LIMITS } from '../../mail/letter/templates/check-wording';
import type { FieldName } from '../../mail/letter/templates/merge-fields';
import { TEMPLATES, type TemplateId, type WordPart } from '../../mail/letter/templates/template';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import type { LetterDraft } from './use-letter-draft';

interface WordsCardProps {
  readonly template: TemplateId;
  readonly draft: LetterDraft;
  readonly changed: readonly Language[];
  readonly answer: Answer | null | undefined;
  readonly isBusy: boolean;
  readonly onReset: () => void;
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ...{ en: 'English', de: 'German', fr: 'French', es: 'Spanish', it: 'Italian', nl: 'Dutch' },
};

const FIELD_WORDS: Readonly<Record<FieldName, string>> = {
  shop: 'the name of your shop',
  'first item': 'the first product',
  items: 'the products, the first two by name',
  'item count': 'how many, such as “2 items”',
  'asked on': 'the day the shopper asked for it',
  'ordered on': 'the day of the order',
};

const PARTS: readonly { readonly part: WordPart; readonly label: string; readonly help?: string }[] = [
  { part: 'subject', label: 'Subject' },
  { part: 'preheader', label: 'Beside the subject', help: 'What an inbox shows after the subject.' },
  { part: 'greeting', label: 'Greeting' },
  { part: 'intro', label: 'Before the products' },
  { part: 'button', label: 'Button' },
  { part: 'outro', label: 'After the button' },
  { part: 'pictureUrl', label: 'Address of a picture', help: 'Optional. Begins with https://.' },
  { part: 'pictureAlt', label: 'What the picture shows' },
];

/** The words of a letter in one language after another. */
export function WordsCard({ template, draft, changed, answer, isBusy, onReset }: WordsCardProps) {
  const { fields, items } = TEMPLATES[template];
  const isOurs = !changed.includes(draft.language);
  const options = LANGUAGES.map((value) => ({
    value,
    label: changed.includes(value) ? `${LANGUAGE_NAMES[value]} (your words)` : LANGUAGE_NAMES[value],
  }));
  return (
    <Card>
      <BlockStack gap="400">
        <Problem answer={answer} />
        <Select
          label="Language"
          options={options}
          value={draft.language}
          onChange={(value) => draft.setLanguage(value as Language)}
        />
        <FormLayout>
          {PARTS.map(({ part, label, help }) => (
            <TextField
              key={part}
              label={part === 'intro' && items === 'none' ? 'Before the button' : label}
              value={draft.words[part]}
              error={draft.problems[part]}
              helpText={help}
              onChange={(value) => draft.set(part, value)}
              multiline={WORD_LIMITS[part].isLine ? undefined : 3}
              autoComplete="off"
            />
          ))}
        </FormLayout>
        <BlockStack gap="100">
          <Text as="p" fontWeight="medium">
            Fields you can use
          </Text>
          {fields.map((field) => (
            <Text key={field} as="p" tone="subdued" breakWord>
              {`{{${field}}}`}: {FIELD_WORDS[field]}
            </Text>
          ))}
          {items !== 'none' ? (
            <Text as="p" tone="subdued">
              A sensitive product is never named in a subject, beside it or in a text; our neutral words stand
              there.
            </Text>
          ) : null}
        </BlockStack>
        <InlineStack>
          <Button onClick={onReset} disabled={isOurs || draft.isDirty} loading={isBusy}>
            {`Use Larder’s words in ${LANGUAGE_NAMES[draft.language]}`}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
