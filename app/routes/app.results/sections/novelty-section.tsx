import { Badge, BlockStack } from '@shopify/polaris';
import type { AgePoint, ComparisonView } from '../../../results/page/results-view';
import { IntervalChart } from '../../../ui/charts/interval-chart';
import { LineChart } from '../../../ui/charts/line-chart';
import { ABOUT } from '../words/compared';
import { LIFT_LIMITS, spanFigures, spanWords } from '../words/lift-words';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** Whether the effect fades once the module is no longer new to somebody. Exploratory. */
export function NoveltySection({ view }: { view: ComparisonView }) {
  if (view.byAge.length === 0 && view.fading.length === 0) return null;
  return (
    <Section title="Does it wear off" badge={<Badge>Exploratory</Badge>} table="weeks">
      <BlockStack gap="600">
        {view.byAge.length > 0 ? <AgeChart view={view} /> : null}
        {view.fading.length > 0 ? <FadingChart view={view} /> : null}
      </BlockStack>
    </Section>
  );
}

function AgeChart({ view }: { view: ComparisonView }) {
  const { share, number } = useFormats();
  const { groups, did } = ABOUT[view.of];
  const pointsOf = (arm: 'treated' | 'control') =>
    view.byAge.flatMap((point: AgePoint) => {
      const y = point[arm];
      return y === null
        ? []
        : [{ x: point.day, y, words: `Day ${number(point.day)}: ${share(y)} had ${did}` }];
    });
  return (
    <LineChart
      title="By days since the first time"
      description={`Of the shoppers whose time is over, how many had ${did} so many days after the first time. When the gap opens early and closes later, the effect fades.`}
      series={[
        { name: groups.treated, points: pointsOf('treated') },
        { name: groups.control, points: pointsOf('control') },
      ]}
      x={{ label: 'Days since the first time', format: number, ticks: weekTicks(view.byAge) }}
      y={{ label: `Share that ${did}`, format: share }}
    />
  );
}

function FadingChart({ view }: { view: ComparisonView }) {
  const formats = useFormats();
  const { ones } = ABOUT[view.of];
  const rows = view.fading.map((span) => ({ span, name: `Days ${span.from} to ${span.to - 1}` }));
  return (
    <IntervalChart
      title="By stretch of days"
      description={`The difference in ${ones} that came in each stretch of days after the first time. A hint, not a verdict.`}
      rows={rows.map(({ span, name }) => ({
        name,
        low: span.known ? span.lower : null,
        high: span.known ? span.upper : null,
        at: null,
        isUnknown: !span.known,
        words: span.known ? spanWords(span, ones, formats) : `Too few ${ones} to tell`,
      }))}
      axis={{ label: 'Difference', format: formats.change }}
      mark={{ at: 0, label: 'No difference' }}
      sides={[`fewer ${ones}`, `more ${ones}`]}
      limits={LIFT_LIMITS}
      table={{
        columns: ['Days since the first time', 'Difference'],
        rows: rows.map(({ span, name }) => [name, span.known ? spanFigures(span, formats) : 'not known']),
      }}
    />
  );
}

function weekTicks(points: readonly AgePoint[]): readonly number[] {
  const last = points.at(-1)?.day ?? 0;
  const step = last > 56 ? 14 : 7;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}
