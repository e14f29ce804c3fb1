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
    const own = view.segments.filter((segment) => segment.kind === kind);
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
      {view.segments.some((segment) => segment.standsOut) ? (
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
  const isKnown = (segment: SegmentView) => segment.lift !== null;
  const counts = (arm: { readonly closed: number; readonly converted: number }) =>
    `${number(arm.converted)} of ${number(arm.closed)}`;
  return (
    <IntervalChart
      title={SEGMENT_KINDS[kind]}
      description={`Difference in ${ones}, by what was known at the first time.`}
      rows={segments.map((segment) => ({
        name: segmentName(segment),
        low: segment.lower,
        high: segment.upper,
        at: segment.lift,
        isUnknown: !isKnown(segment),
        words: isKnown(segment)
          ? `${spanWords(segment, ones, formats)}${segment.standsOut ? '. Stands out' : ''}`
          : `Too few ${ones} to tell`,
      }))}
      axis={{ label: 'Difference', format: change }}
      mark={{ at: 0, label: 'No difference' }}
      limits={LIFT_LIMITS}
      isNamed
      table={{
        columns: [SEGMENT_KINDS[kind], groups.treated, groups.control, 'Difference'],
        rows: segments.map((segment) => [
          segmentName(segment),
          counts(segment.treated),
          counts(segment.control),
          isKnown(segment) ? spanFigures(segment, formats) : 'not known',
        ]),
      }}
    />
  );
}
