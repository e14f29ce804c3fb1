import { spanOf } from './build-verdict';
import { treatedShareOf, type DrawVersion } from './comparison-input';
import type { SegmentKind, SegmentName } from '../counting/daily-sum';
import type { SegmentView } from './results-view';
import { labelRatio, type ConversionLabels } from '../statistics/conversion-labels';
import { compareSegments, mergeThin, OTHER_SEGMENT } from '../statistics/segments';
import type { Tally } from './tally';

const KINDS: readonly SegmentKind[] = ['history', 'recent', 'known-as', 'device', 'category'];
const EXPLORED_ALPHA = 0.05;

/**
 * Lift by segment, exploratory. Within each way to part shoppers, those that are too thin to compare are put together as
 * `other`; which ones stand out is decided over all ways together.
 */
export function buildSegments(
  version: DrawVersion,
  tally: Tally,
  isComparable: boolean,
): readonly SegmentView[] {
  const treatedShare = treatedShareOf(version);
  const rows = KINDS.flatMap((kind) => rowsOf(kind, tally));
  const compared = compareSegments(
    rows.filter((row) => !row.isThin).map((row) => ({ name: `${row.kind}:${row.name}`, labels: row.labels })),
    treatedShare,
    EXPLORED_ALPHA,
  );
  return rows.map(({ kind, name, labels, closed }) => {
    const found = isComparable ? compared.find((segment) => segment.name === `${kind}:${name}`) : undefined;
    return {
      kind,
      name,
      treated: { closed: closed.treated, converted: labels.treated },
      control: { closed: closed.control, converted: labels.control },
      ...(found ? spanOf(found.lift) : { lower: null, upper: null }),
      lift: found ? labelRatio(labels, treatedShare) - 1 : null,
      standsOut: found?.standsOut ?? false,
    };
  });
}

interface SegmentRow {
  readonly kind: SegmentKind;
  readonly name: string;
  readonly labels: ConversionLabels;
  readonly closed: ConversionLabels;
  readonly isThin: boolean;
}

function rowsOf(kind: SegmentKind, tally: Tally): readonly SegmentRow[] {
  const segments = tally.segments.filter((segment) => segment.startsWith(`${kind}:`));
  const merged = mergeThin(
    segments.map((name) => ({ name, labels: tally.labels('closed-converted', name) })),
  );
  return merged
    .map(({ name, labels, of, isThin }) => ({
      kind,
      name: name === OTHER_SEGMENT ? OTHER_SEGMENT : name.slice(kind.length + 1),
      labels,
      closed: addLabels(of.map((segment) => tally.labels('closed', segment as SegmentName))),
      isThin,
    }))
    .filter((row) => row.closed.treated + row.closed.control > 0);
}

function addLabels(all: readonly ConversionLabels[]): ConversionLabels {
  return {
    treated: all.reduce((sum, labels) => sum + labels.treated, 0),
    control: all.reduce((sum, labels) => sum + labels.control, 0),
  };
}
