import { Badge, BlockStack, Text } from '@shopify/polaris';
import type { SegmentKind } from '../../../results/counting/daily-sum';
import type { ComparisonView, SegmentView } from '../../../results/page/results-view';
import { IntervalChart } from '../../../ui/charts/interval-chart';
import { ABOUT } from '../words/compared';
import { Explained } from './explained';
import { LIFT_LIMITS, spanFigures, spanWords } from '../words/lift-words';
import { Section } from './section';
import { segmentName, SEGMENT_KINDS } from '../words/segment-names';
import { useFormats } from '../use-formats';

/** The same comparison for parts of the shoppers: hints, never verdicts. */
export function SegmentsSection({ view }: { view: ComparisonView }) {
  const kinds = (Object.keys(SEGMENT_KINDS) as SegmentKind[]).flatMap((kind) => {
    const own = view.segments.filter((one) => one.kind === kind);
    return own.length > 0 ? [{ kind, own }] : [];
  });
  if (kinds.length === 0) return null;
  return (
    <Section
      title="Kinds of shoppers"
      badge={<Badge>Exploratory</Badge>}
      intro={
        <>
          The same comparison for <Explained word="segment">parts of the shoppers</Explained>. Among many
          parts some differ by chance: use it for ideas, not to decide.
        </>
      }
      table="segments"
    >
      <BlockStack gap="600">
        {kinds.map(({ kind, own }) => (
          <SegmentChart key={kind} kind={kind} segments={own} of={view.of} />
        ))}
      </BlockStack>
      {view.segments.some((one) => one.standsOut) ? (
        <Text as="p">“Stands out” means that it differs even though so many parts were looked at.</Text>
      ) : null}
    </Section>
  );
}

interface SegmentChartProps {
  readonly kind: SegmentKind;
  readonly segments: readonly SegmentView[];
  readonly of: ComparisonView['of'];
}

function SegmentChart({ kind, segments, of }: SegmentChartProps) {
  const formats = useFormats();
  const { ones, groups } = ABOUT[of];
  const { number, change } = formats;
  const isKnown = (one: SegmentView) => one.lift !== null;
  const counts = (one: { readonly closed: number; readonly converted: number }) =>
    `${number(one.converted)} of ${number(one.closed)}`;
  return (
    <IntervalChart
      title={SEGMENT_KINDS[kind]}
      description={`Difference in ${ones}, by what was known at the first time.`}
      rows={segments.map((one) => ({
        name: segmentName(one),
        low: one.lower,
        high: one.upper,
        at: one.lift,
        isUnknown: !isKnown(one),
        words: isKnown(one)
          ? `${spanWords(one, ones, formats)}${one.standsOut ? '. Stands out' : ''}`
          : `Too few ${ones} to tell`,
      }))}
      axis={{ label: 'Difference', format: change }}
      mark={{ at: 0, label: 'No difference' }}
      limits={LIFT_LIMITS}
      isNamed
      table={{
        columns: [SEGMENT_KINDS[kind], groups.treated, groups.control, 'Difference'],
        rows: segments.map((one) => [
          segmentName(one),
          counts(one.treated),
          counts(one.control),
          isKnown(one) ? spanFigures(one, formats) : 'not known',
        ]),
      }}
    />
  );
}
