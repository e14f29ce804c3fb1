import { liftSequence, lnLabelEvidence, type ConversionLabels, type LiftInterval } from './conversion-labels';
import { CONVERSIONS_NEEDED } from './enough';
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
  const alone = segments.map((one) => ({ ...one, of: [one.name], isThin: isThin(one.labels) }));
  const thin = alone.filter((one) => one.isThin);
  if (thin.length < 2) return alone;
  const labels = {
    treated: thin.reduce((sum, one) => sum + one.labels.treated, 0),
    control: thin.reduce((sum, one) => sum + one.labels.control, 0),
  };
  const of = thin.map((one) => one.name);
  return [...alone.filter((one) => !one.isThin), { name: OTHER_SEGMENT, labels, of, isThin: isThin(labels) }];
}

/** Lift of each segment, exploratory, over however many ways to part shoppers. Pass none that is thin. */
export function compareSegments(
  segments: readonly Segment[],
  treatedShare: number,
  alpha: number,
): readonly SegmentResult[] {
  const standsOut = eBenjaminiHochberg(
    segments.map((one) => lnLabelEvidence(one.labels, treatedShare)),
    alpha,
  );
  return segments.map((one, index) => ({
    ...one,
    lift: liftSequence(one.labels, treatedShare, alpha),
    standsOut: standsOut[index] ?? false,
  }));
}

function isThin({ treated, control }: ConversionLabels): boolean {
  return Math.min(treated, control) < CONVERSIONS_NEEDED;
}
