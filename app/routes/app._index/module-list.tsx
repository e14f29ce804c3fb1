import { Badge, BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { Module } from '../../tactics/load-modules.server';
import { pauseSentence, reviewBadge, reviewSentence } from '../../ui/review-words';
import { TacticBadge } from '../../ui/tactic-badge';

/** Each module's switch and review, with the way to its page. */
export function ModuleList({ modules }: { modules: readonly Module[] }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Modules
        </Text>
        {modules.map((module, index) => (
          <Fragment key={module.name}>
            {index > 0 ? <Divider /> : null}
            <ModuleRow module={module} />
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function ModuleRow({ module }: { module: Module }) {
  const badge = module.state === 'off' ? null : reviewBadge(module.review);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {module.title}
          </Text>
          <TacticBadge state={module.state} />
          {badge ? <Badge tone={badge.tone}>{badge.words}</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {stateWords(module)}
        </Text>
      </BlockStack>
      <InlineStack align="start" gap="200">
        {badge ? <Button url={`/app/results?of=${module.name}`}>See results</Button> : null}
        <Button url={`/app/modules/${module.name}`} accessibilityLabel={`Open ${module.title}`}>
          Open
        </Button>
      </InlineStack>
    </InlineStack>
  );
}

function stateWords({ state, review, pausedBecause, summary }: Module): string {
  if (state === 'paused' && pausedBecause) return `Paused by Larder. ${pauseSentence(pausedBecause)}`;
  return state === 'on' && review ? reviewSentence(review) : summary;
}
