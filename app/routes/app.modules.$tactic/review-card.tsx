import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { PastReview, ReviewSummary } from '../../tactics/load-tactics.server';
import type { Answer } from '../../ui/answer';
import { formatDay } from '../../ui/format-values';
import { Problem } from '../../ui/problem';
import { reviewBadge, reviewSentence } from '../../ui/review-words';
import { DECISION_WORDS } from './change-words';
import { DecisionForm, type DecisionFormProps } from './decision-form';

interface ReviewCardProps extends DecisionFormProps {
  readonly tactic: string;
  readonly review: ReviewSummary | null;
  readonly past: readonly PastReview[];
  /** Of the last press, where it was about the review. */
  readonly answer: Answer | null;
}

/** Where the review stands, the way to decide, and what was decided before. Nothing before the first switch-on. */
export function ReviewCard({ tactic, review, past, answer, ...form }: ReviewCardProps) {
  const [decidesEarly, setDecidesEarly] = useState(false);
  if (!review && past.length === 0) return null;
  const badge = reviewBadge(review);
  const isDue = review?.stage === 'to-decide' || review?.stage === 'overdue';
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Review
            </Text>
            {badge ? <Badge tone={badge.tone}>{badge.words}</Badge> : null}
          </InlineStack>
          <Button url={`/app/results?of=${tactic}`}>See results</Button>
        </InlineStack>
        <Text as="p">
          {review
            ? reviewSentence(review)
            : 'No review is under way. The next one begins with the note below.'}
        </Text>
        <Problem answer={answer} />
        {review && (isDue || decidesEarly) ? <DecisionForm {...form} /> : null}
        {review && !isDue && !decidesEarly ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setDecidesEarly(true)}>
              Decide before the review
            </Button>
          </InlineStack>
        ) : null}
        {past.map(({ id, dueOn, decision, why, decidedBy }) => (
          <BlockStack key={id} gap="050">
            <Text as="p" fontWeight="medium">
              {DECISION_WORDS[decision as keyof typeof DECISION_WORDS] ?? decision}, review of{' '}
              {formatDay(dueOn)}
            </Text>
            <Text as="p" tone="subdued">
              {why} ({decidedBy})
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
