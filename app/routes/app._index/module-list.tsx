import { Badge, BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { TacticOverview } from '../../results/load-overview.server';
import { formatDay } from '../../ui/format-values';
import { TacticBadge } from '../../ui/tactic-badge';

/** Each module's switch and review, with the way to its page. */
export function ModuleList({ tactics }: { tactics: readonly TacticOverview[] }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Modules
        </Text>
        {tactics.map((tactic, index) => (
          <Fragment key={tactic.name}>
            {index > 0 ? <Divider /> : null}
            <ModuleRow tactic={tactic} />
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function ModuleRow({ tactic }: { tactic: TacticOverview }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {tactic.title}
          </Text>
          <TacticBadge state={tactic.state} />
          {tactic.isOverdue ? <Badge tone="warning">Review due</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {reviewWords(tactic)}
        </Text>
      </BlockStack>
      <InlineStack align="start" gap="200">
        {tactic.isOverdue ? <Button url="/app/results">See results</Button> : null}
        <Button url={`/app/modules/${tactic.name}`} accessibilityLabel={`Open ${tactic.title}`}>
          Open
        </Button>
      </InlineStack>
    </InlineStack>
  );
}

function reviewWords({ state, reviewOn, isOverdue, summary }: TacticOverview): string {
  if (state !== 'on' || reviewOn === null) return summary;
  const day = formatDay(reviewOn);
  return isOverdue
    ? `Its review was due on ${day}. Look at the results and set a new day.`
    : `Review on ${day}.`;
}
