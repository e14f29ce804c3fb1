import { CONVERSIONS_NEEDED } from './enough';
import { liftSequence, lnLabelEvidence, type ConversionLabels, type LiftInterval } from './conversion-labels';
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

/** What thin segments are put together under. */
export const OTHER_SEGMENT = 'other';

/**
 * Lift by segment, exploratory. Segments whose smaller arm has too few conversions are put together as `other`; that one is
 * left out as long as it is itself too thin.
 */
export function compareSegments(
  segments: readonly Segment[],
  treatedShare: number,
  alpha: number,
): readonly SegmentResult[] {
  const isThin = ({ labels }: Segment): boolean =>
    Math.min(labels.treated, labels.control) < CONVERSIONS_NEEDED;
  const thin = segments.filter(isThin);
  const other: Segment = {
    name: OTHER_SEGMENT,
    labels: {
      treated: thin.reduce((sum, one) => sum + one.labels.treated, 0),
      control: thin.reduce((sum, one) => sum + one.labels.control, 0),
    },
  };
  const shown = [...segments.filter((one) => !isThin(one)), ...(isThin(other) ? [] : [other])];
  const standsOut = eBenjaminiHochberg(
    shown.map((one) => lnLabelEvidence(one.labels, treatedShare)),
    alpha,
  );
  return shown.map((one, index) => ({
    ...one,
    lift: liftSequence(one.labels, treatedShare, alpha),
    standsOut: standsOut[index] ?? false,
  }));
}
