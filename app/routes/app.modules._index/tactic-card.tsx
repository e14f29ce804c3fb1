import { Badge, BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { TacticSummary } from '../../tactics/load-tactics.server';
import { pauseSentence, reviewBadge, reviewSentence } from '../../ui/review-words';
import { TacticBadge } from '../../ui/tactic-badge';

/** What a module shows to whom and where, and whether it is on. */
export function TacticCard({ tactic }: { tactic: TacticSummary }) {
  const { name, title, summary, state, review, pausedBecause } = tactic;
  const badge = state === 'off' ? null : reviewBadge(review);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="300">
          <BlockStack gap="100">
            <InlineStack align="start" gap="200" blockAlign="center">
              <Text as="h2" variant="headingMd">
                {title}
              </Text>
              <TacticBadge state={state} />
              {badge ? <Badge tone={badge.tone}>{badge.words}</Badge> : null}
            </InlineStack>
            <Text as="p" tone="subdued">
              {summary}
            </Text>
          </BlockStack>
          <Button
            url={`/app/modules/${name}`}
            accessibilityLabel={`${state === 'off' ? 'Set up' : 'Open'} ${title}`}
          >
            {state === 'off' ? 'Set up' : 'Open'}
          </Button>
        </InlineStack>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="400">
          <Fact label="For" words={tactic.who} />
          <Fact label="They see" words={tactic.what} />
          <Fact label="Where" words={tactic.whereShown} />
          <Fact label="Judged by" words={tactic.metric} />
        </InlineGrid>
        {state === 'on' && review ? (
          <Text as="p" tone="subdued">
            {reviewSentence(review)}
          </Text>
        ) : null}
        {state === 'paused' && pausedBecause ? (
          <Text as="p">Paused by Larder. {pauseSentence(pausedBecause)}</Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Fact({ label, words }: { label: string; words: string }) {
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingSm">
        {label}
      </Text>
      <Text as="p" tone="subdued">
        {words}
      </Text>
    </BlockStack>
  );
}
