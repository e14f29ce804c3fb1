import { alwaysValidP, lnLabelEvidence, type ConversionLabels } from './conversion-labels';
import { lnSampleRatioEvidence } from './sample-ratio';

/** What one day added, in the shop's own days; days without anything may be left out. */
export interface DaySums {
  /** Persons drawn that day, by arm. */
  readonly drawn: ConversionLabels;
  /** Persons first exposed that day, by arm. */
  readonly exposed: ConversionLabels;
  /** First conversions that happened that day, by arm: open labels. */
  readonly converted: ConversionLabels;
}

export interface DailyLooks {
  /** All first conversions so far. */
  readonly open: ConversionLabels;
  /** Least p-values over the looks at the end of every day: what verdict and health ask for. */
  readonly openP: number;
  readonly sampleRatioP: number;
  readonly triggeredRatioP: number;
}

/**
 * Every daily look since the start of a layer's version, made again from the daily sums, so that nothing but sums need be
 * kept and a past day's page can be shown as it was (pass the days up to it). One version only: sums of two are never added.
 */
export function lookDaily(days: readonly DaySums[], treatedShare: number): DailyLooks {
  const shares = [treatedShare, 1 - treatedShare];
  const drawn = { treated: 0, control: 0 };
  const exposed = { treated: 0, control: 0 };
  const open = { treated: 0, control: 0 };
  const least = { openP: 1, sampleRatioP: 1, triggeredRatioP: 1 };
  for (const day of days) {
    add(drawn, day.drawn);
    add(exposed, day.exposed);
    add(open, day.converted);
    const ratioEvidence = ({ treated, control }: ConversionLabels): number =>
      lnSampleRatioEvidence([treated, control], shares);
    least.openP = alwaysValidP(least.openP, lnLabelEvidence(open, treatedShare));
    least.sampleRatioP = alwaysValidP(least.sampleRatioP, ratioEvidence(drawn));
    least.triggeredRatioP = alwaysValidP(least.triggeredRatioP, ratioEvidence(exposed));
  }
  return { open, ...least };
}

function add(total: { treated: number; control: number }, day: ConversionLabels): void {
  total.treated += day.treated;
  total.control += day.control;
}
