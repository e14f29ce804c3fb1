import { Badge, Banner, BlockStack, Icon, InlineStack, List, Text } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import type { HealthView } from '../../../results/page/results-view';
import type { HealthCheck } from '../../../results/statistics/health';

const CHECKS: Readonly<Record<HealthCheck, string>> = {
  'sample-ratio': 'Size of the groups',
  'sample-ratio-triggered': 'Size of the groups when they came',
  crossover: 'People in both groups',
  'logging-gap': 'No day is missing',
  'repeated-persons': 'Everyone counts once',
  'limit-from-results': 'Rules fixed before the start',
};

/** Whether the numbers below can be trusted: one line when they can, everything that was found when not. */
export function HealthLine({ health }: { health: HealthView }) {
  const { state, findings } = health;
  if (state === 'fine') {
    return (
      <details className="larder-fold">
        <summary>
          <InlineStack as="span" align="start" gap="150" blockAlign="center" wrap={false}>
            <span className="larder-mark">
              <Icon source={CheckCircleIcon} tone="success" />
            </span>
            <Text as="span">Data health: all {findings.length} checks are fine</Text>
          </InlineStack>
        </summary>
        <Findings findings={findings} />
      </details>
    );
  }
  return (
    <Banner
      tone={state === 'broken' ? 'critical' : 'warning'}
      title={
        state === 'broken'
          ? 'Data health: these numbers cannot be compared'
          : 'Data health: one thing to know'
      }
    >
      <Findings findings={findings.filter((finding) => finding.state !== 'fine')} />
      <details className="larder-fold">
        <summary>All {findings.length} checks</summary>
        <Findings findings={findings} />
      </details>
    </Banner>
  );
}

const BADGES = {
  fine: <Badge tone="success">Fine</Badge>,
  note: <Badge tone="warning">Note</Badge>,
  broken: <Badge tone="critical">Broken</Badge>,
} as const;

function Findings({ findings }: { findings: HealthView['findings'] }) {
  return (
    <BlockStack gap="100">
      <List gap="extraTight">
        {findings.map(({ check, state, says }) => (
          <List.Item key={check}>
            <Text as="span" fontWeight="medium">
              {CHECKS[check]}
            </Text>{' '}
            {BADGES[state]} {says}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
