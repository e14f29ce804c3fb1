import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import type { ComparisonView, ReviewView } from '../../../results/page/results-view';
import { Explained } from './explained';
import type { Formats } from '../words/formats';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

const DECISIONS = { keep: 'Keep it', change: 'Change it', retire: 'Retire it' } as const;

/** The day of decision: when it is, what was frozen, what was decided and why. */
export function ReviewSection({ view, on }: { view: ComparisonView; on: string }) {
  const { review } = view;
  const { day } = useFormats();
  if (!review) return null;
  return (
    <Section
      title="Review"
      intro={
        <>
          On its <Explained word="review">review</Explained> you decide, with figures that were frozen on days
          set before the start.
        </>
      }
      table="review"
    >
      <BlockStack gap="300">
        <ResultGrid
          caption="Days of the review"
          columns={[
            { head: 'What is looked at', label: 'What is looked at' },
            { head: 'Day', label: 'Day', isText: true },
            { head: 'State', label: 'State', isText: true },
          ]}
          rows={[
            {
              key: 'open',
              head: 'Whether anything differs',
              cells: [day(review.dueOn), review.dueOn <= on ? 'Frozen' : 'To come'],
            },
            {
              key: 'closed',
              head: 'How much, and what it was worth',
              cells: [day(review.closedDueOn), review.isLocked ? 'Frozen' : 'To come'],
            },
          ]}
        />
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p" fontWeight="medium">
            {reviewWords(review, on, { day })}
          </Text>
          {review.decision === null && review.dueOn <= on && view.of !== 'larder' ? (
            <span className="larder-no-print">
              <Button url={`/app/modules/${view.of}`}>Write down a decision</Button>
            </span>
          ) : null}
        </InlineStack>
        {review.why ? <Text as="p">Why: {review.why}</Text> : null}
      </BlockStack>
    </Section>
  );
}

export function reviewWords(review: ReviewView, on: string, { day }: Pick<Formats, 'day'>): string {
  const { decision, decidedOn, isOverdue, proposal } = review;
  if (decision) return `Decided${decidedOn ? ` on ${day(decidedOn)}` : ''}: ${DECISIONS[decision]}.`;
  const proposes = proposal ? ` Larder proposes: ${DECISIONS[proposal]}.` : '';
  if (isOverdue) return `The review is overdue and waits for your decision.${proposes}`;
  if (review.closedDueOn <= on) return `It is time to decide.${proposes}`;
  return review.dueOn <= on
    ? `The first look is done. The full one follows on ${day(review.closedDueOn)}.`
    : `Nothing to do before ${day(review.dueOn)}.`;
}
