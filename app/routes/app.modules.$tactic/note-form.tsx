import { BlockStack, Card, FormLayout, Select, Text, TextField } from '@shopify/polaris';
import type { NoteField } from '../../tactics/decision-note';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import type { NoteState } from './use-note';

interface NoteFormProps {
  readonly note: NoteState;
  readonly tactic: TacticName;
  /** Whether no note was ever kept: what stands there is ours. */
  readonly isDraft: boolean;
  /** Then the day of the review stands. */
  readonly isReviewRunning: boolean;
  /** Of the last press, where it was about the note. */
  readonly answer: Answer | null;
}

/** What the tolerance is about. */
const OBJECTION: Readonly<Record<TacticName, string>> = {
  shelf: 'Shoppers who turn a product down or hide the list.',
  reminder: 'Readers of its mail who unsubscribe.',
  'follow-up': 'Readers of its mail who unsubscribe.',
};

const LINES: readonly { field: NoteField; label: string }[] = [
  { field: 'who', label: 'Who is it for?' },
  { field: 'what', label: 'What will they see?' },
  { field: 'whereShown', label: 'Where?' },
  { field: 'why', label: 'Why is it worth doing?' },
  { field: 'hypothesis', label: 'What do you expect to happen?' },
];

/** Who, what, where, why, one figure, an expectation and a day to look back. Changes are kept by the save bar. */
export function NoteForm({ note, tactic, isDraft, isReviewRunning, answer }: NoteFormProps) {
  const props = (field: NoteField) => ({
    value: note.values[field],
    error: note.problems[field],
    onChange: (value: string) => note.set(field, value),
    autoComplete: 'off',
  });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Decision note
          </Text>
          <Text as="p" tone="subdued">
            A module goes live with a note, so that later everyone knows what it was for.{' '}
            {isDraft
              ? 'This draft is ready to use; change what you like.'
              : 'The history keeps what each change said before and after.'}
          </Text>
        </BlockStack>
        <Problem answer={answer} />
        <div className="larder-note">
          <FormLayout>
            {LINES.map(({ field, label }) => (
              <TextField key={field} label={label} multiline={2} {...props(field)} />
            ))}
            <BlockStack gap="100">
              <Text as="p">Judged by</Text>
              <Text as="p" fontWeight="medium">
                {TACTICS[tactic].metric}
              </Text>
              <Text as="p" tone="subdued">
                One figure, fixed for this module, so that nobody can pick a flattering one later.
              </Text>
            </BlockStack>
            <FormLayout.Group>
              <TextField label="Who looks at the result?" {...props('owner')} />
              <TextField
                label="Look back on"
                type="date"
                {...props('reviewOn')}
                disabled={isReviewRunning}
                helpText={
                  isReviewRunning
                    ? 'Fixed while the review runs, so that nobody can pick a flattering day.'
                    : 'Four weeks is a good time.'
                }
              />
            </FormLayout.Group>
            <FormLayout.Group>
              <TextField
                label="Pause it when more than"
                type="text"
                inputMode="decimal"
                suffix="% object"
                {...props('tolerance')}
                helpText={`${OBJECTION[tactic]} Larder pauses it only when chance does not explain it.`}
              />
              <Select
                label="If nobody decides on the review"
                options={[
                  { label: 'It goes on', value: 'no' },
                  { label: 'Everyone gets the default', value: 'yes' },
                ]}
                value={note.values.fallsBack}
                error={note.problems.fallsBack}
                onChange={(value) => note.set('fallsBack', value)}
                helpText="A week after the review is complete."
              />
            </FormLayout.Group>
          </FormLayout>
        </div>
      </BlockStack>
    </Card>
  );
}
