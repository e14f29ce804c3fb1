import { Badge, BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { TacticSummary } from '../../tactics/load-tactics.server';
import { pauseSentence, reviewBadge, reviewSentence } from '../../ui/review-words';
import { TacticBadge } from '../../ui/tactic-badge';

/** Each module's switch and review, with the way to its page. */
export function TacticList({ tactics }: { tactics: readonly TacticSummary[] }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Modules
        </Text>
        {tactics.map((tactic, index) => (
          <Fragment key={tactic.name}>
            {index > 0 ? <Divider /> : null}
            <TacticRow tactic={tactic} />
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function TacticRow({ tactic }: { tactic: TacticSummary }) {
  const badge = tactic.state === 'off' ? null : reviewBadge(tactic.review);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {tactic.title}
          </Text>
          <TacticBadge state={tactic.state} />
          {badge ? <Badge tone={badge.tone}>{badge.words}</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {stateWords(tactic)}
        </Text>
      </BlockStack>
      <InlineStack align="start" gap="200">
        {badge ? <Button url={`/app/results?of=${tactic.name}`}>See results</Button> : null}
        <Button url={`/app/modules/${tactic.name}`} accessibilityLabel={`Open ${tactic.title}`}>
          Open
        </Button>
      </InlineStack>
    </InlineStack>
  );
}

function stateWords({ state, review, pausedBecause, summary }: TacticSummary): string {
  if (state === 'paused' && pausedBecause) return `Paused by Larder. ${pauseSentence(pausedBecause)}`;
  return state === 'on' && review ? reviewSentence(review) : summary;
}
