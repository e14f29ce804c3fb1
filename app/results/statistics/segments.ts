import {
  CONVERSIONS_NEEDED,
  liftSequence,
  lnLabelEvidence,
  type ConversionLabels,
  type LiftInterval,
} from './conversion-labels';
import { eBenjaminiHochberg } from './several-tests';

export interface Segment {
  readonly name: string;
  /** Closed windows. */
  readonly labels: ConversionLabels;
}

export interface SegmentResult extends Segment {
  readonly lift: LiftInterval;
  /** Whether it differs from no effect even though several segments were looked at. Exploratory all the same. */
  readonly standsOut: boolean;
}

export interface MergedSegment extends Segment {
  /** The segments that it is made of. */
  readonly of: readonly string[];
  /** Its smaller arm has too few conversions to be compared. */
  readonly isThin: boolean;
}

/** What thin segments are put together under. */
export const OTHER_SEGMENT = 'other';

/**
 * Segments of one way to part shoppers: those whose smaller arm has too few conversions become one, `other`, which comes
 * last. A single thin one keeps its name.
 */
export function mergeThin(segments: readonly Segment[]): readonly MergedSegment[] {
  const alone = segments.map((segment) => ({
    ...segment,
    of: [segment.name],
    isThin: isThin(segment.labels),
  }));
  const thin = alone.filter((segment) => segment.isThin);
  if (thin.length < 2) return alone;
  const labels = {
    treated: thin.reduce((sum, segment) => sum + segment.labels.treated, 0),
    control: thin.reduce((sum, segment) => sum + segment.labels.control, 0),
  };
  const of = thin.map((segment) => segment.name);
  return [
    ...alone.filter((segment) => !segment.isThin),
    { name: OTHER_SEGMENT, labels, of, isThin: isThin(labels) },
  ];
}

/** Lift of each segment, exploratory, over however many ways to part shoppers. Pass none that is thin. */
export function compareSegments(
  segments: readonly Segment[],
  treatedShare: number,
  alpha: number,
): readonly SegmentResult[] {
  const standsOut = eBenjaminiHochberg(
    segments.map((segment) => lnLabelEvidence(segment.labels, treatedShare)),
    alpha,
  );
  return segments.map((segment, index) => ({
    ...segment,
    lift: liftSequence(segment.labels, treatedShare, alpha),
    standsOut: standsOut[index] ?? false,
  }));
}

function isThin({ treated, control }: ConversionLabels): boolean {
  return Math.min(treated, control) < CONVERSIONS_NEEDED;
}
