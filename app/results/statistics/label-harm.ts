import { CONCENTRATIONS, type ConversionLabels } from './conversion-labels';
import { lnBetaTails } from './incomplete-beta';
import { lnBeta } from './log-gamma';
import { logMeanExp } from './log-sum';

/**
 * ln of the e-value against "the treated arm has at most `toleratedRatio` times the control's rate" of something bad:
 * unsubscribes, complaints. One-sided: the Beta prior is cut to ratios above the tolerated one, so that nothing at or
 * below it can raise an alarm with chance above α, at any look. Open labels are right here, as for every test.
 * Same construction as `lnLabelEvidence`, with the prior truncated.
 * @param toleratedRatio for instance 1.25: a quarter more is still tolerated
 */
export function lnHarmEvidence(
  labels: ConversionLabels,
  treatedShare: number,
  toleratedRatio: number,
  concentrations = CONCENTRATIONS,
): number {
  const odds = (treatedShare * toleratedRatio) / (1 - treatedShare);
  const edge = odds / (1 + odds);
  const lnTolerated =
    (labels.treated === 0 ? 0 : labels.treated * Math.log(edge)) +
    (labels.control === 0 ? 0 : labels.control * Math.log1p(-edge));
  const lnMixture = logMeanExp(
    concentrations.map((c) => {
      const a = c * treatedShare;
      const b = c * (1 - treatedShare);
      const after = lnBeta(a + labels.treated, b + labels.control);
      const lnAbove = lnBetaTails(edge, a + labels.treated, b + labels.control).lnUpper;
      return after + lnAbove - lnBeta(a, b) - lnBetaTails(edge, a, b).lnUpper;
    }),
  );
  return lnMixture - lnTolerated;
}
