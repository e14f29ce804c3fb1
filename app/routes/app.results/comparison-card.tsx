import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import type { ArmName, ResultCounts } from '../../results/count-arms';
import { CONVERSIONS_NEEDED } from '../../results/statistics/enough';
import type { Comparison } from '../../results/load-results.server';
import { countOf, formatBasisPoints, formatDay, formatInstant } from '../../ui/format-values';
import { ArmsTable } from './arms-table';
import { leftOutWords } from './left-out-sentence';

interface ComparisonCardProps {
  readonly title: string;
  /** The one figure that it is judged by. */
  readonly question: string;
  readonly arms: Readonly<Record<ArmName, string>>;
  readonly comparison: Comparison;
  /** Whom the smaller group's share is a share of. */
  readonly drawnFrom: string;
  readonly timeZone: string;
  readonly setUpUrl?: string;
}

/** One comparison: what is counted, how far it is, and the counts by arm. */
export function ComparisonCard(props: ComparisonCardProps) {
  const { title, question, arms, comparison, drawnFrom, timeZone, setUpUrl } = props;
  const { counts, shareBp, startedAt, enoughOn } = comparison;
  const leftOut = leftOutWords(counts);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {startedAt ? <Badge tone="info">Collecting</Badge> : <Badge>Not started</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">
            {question}
          </Text>
        </BlockStack>
        {startedAt === null || shareBp === null ? (
          <NotStarted setUpUrl={setUpUrl} />
        ) : (
          <>
            <Progress title={title} counts={counts} enoughOn={enoughOn} />
            <ArmsTable caption={title} arms={arms} counts={counts} />
            <Text as="p" variant="bodySm" tone="subdued">
              Counted since {formatInstant(startedAt, timeZone)}. {arms.control}: {formatBasisPoints(shareBp)}{' '}
              {drawnFrom}, drawn at random. {leftOut}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

interface ProgressProps {
  readonly title: string;
  readonly counts: ResultCounts;
  readonly enoughOn: string | null;
}

function Progress({ title, counts, enoughOn }: ProgressProps) {
  const has = Math.min(counts.smallerArmConversions, CONVERSIONS_NEEDED);
  const id = `progress-${title.replaceAll(' ', '-')}`;
  return (
    <BlockStack gap="200">
      <Text as="p" id={id}>
        {progressWords(has, enoughOn)}
      </Text>
      <ProgressBar
        progress={(has / CONVERSIONS_NEEDED) * 100}
        size="small"
        animated={false}
        ariaLabelledBy={id}
      />
    </BlockStack>
  );
}

function progressWords(has: number, enoughOn: string | null): string {
  const needed = countOf(CONVERSIONS_NEEDED, 'conversion');
  if (has === CONVERSIONS_NEEDED)
    return `Both groups have the ${needed} a fair comparison needs. No lift is shown yet.`;
  const pace = enoughOn ? ` At the pace so far it has them around ${formatDay(enoughOn)}.` : '';
  return `The smaller group has ${has} of the ${needed} a fair comparison needs.${pace} No lift is shown yet.`;
}

function NotStarted({ setUpUrl }: { setUpUrl?: string }) {
  return (
    <InlineStack align="start" gap="300" blockAlign="center">
      <Text as="p">
        Counting starts when {setUpUrl ? 'this module is' : 'the first module is'} switched on.
      </Text>
      <Button url={setUpUrl ?? '/app/modules'}>{setUpUrl ? 'Set up' : 'Choose a module'}</Button>
    </InlineStack>
  );
}
