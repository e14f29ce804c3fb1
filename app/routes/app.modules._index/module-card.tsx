import { Badge, BlockStack, Button, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { Module } from '../../tactics/load-modules.server';
import { formatDay } from '../../ui/format-values';
import { TacticBadge } from '../../ui/tactic-badge';

/** What a module shows to whom and where, and whether it is on. */
export function ModuleCard({ module }: { module: Module }) {
  const { name, title, summary, state, reviewOn, isOverdue } = module;
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
              {isOverdue ? <Badge tone="warning">Review due</Badge> : null}
            </InlineStack>
            <Text as="p" tone="subdued">
              {summary}
            </Text>
          </BlockStack>
          <Button
            url={`/app/modules/${name}`}
            accessibilityLabel={`${state === 'on' ? 'Open' : 'Set up'} ${title}`}
          >
            {state === 'on' ? 'Open' : 'Set up'}
          </Button>
        </InlineStack>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="400">
          <Fact label="For" words={module.who} />
          <Fact label="They see" words={module.what} />
          <Fact label="Where" words={module.whereShown} />
          <Fact label="Judged by" words={module.metric} />
        </InlineGrid>
        {state === 'on' && reviewOn ? (
          <Text as="p" tone="subdued">
            {isOverdue ? 'Its review was due on' : 'Review on'} {formatDay(reviewOn)}.
          </Text>
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
