import { lnDirichletBeta } from './log-gamma';
import { logMeanExp } from './log-sum';
import { CONCENTRATIONS, liftSequence, lnLabelEvidence, type LiftInterval } from './conversion-labels';

/** One arm of several: its designed share and the persons who converted in it. */
export interface LabelledArm {
  /** Designed share; the shares of all arms add up to 1. */
  readonly share: number;
  readonly conversions: number;
}

/**
 * ln of the e-value against "all arms convert alike", for two or more arms: Dirichlet(c·share) mixture over the designed
 * multinomial, averaged over c. Lindon & Malek, NeurIPS 2022 (arXiv 2011.03567). With two arms it is `lnLabelEvidence`.
 */
export function lnArmsEvidence(arms: readonly LabelledArm[], concentrations = CONCENTRATIONS): number {
  const designed = arms.reduce(
    (sum, arm) => (arm.conversions === 0 ? sum : sum + arm.conversions * Math.log(arm.share)),
    0,
  );
  const mixture = logMeanExp(
    concentrations.map(
      (c) =>
        lnDirichletBeta(arms.map((arm) => c * arm.share + arm.conversions)) -
        lnDirichletBeta(arms.map((arm) => c * arm.share)),
    ),
  );
  return mixture - designed;
}

/**
 * Two of several arms against each other: only their own conversions count, the share is that within the pair.
 * @returns ln of the e-value against "both alike", and the interval of `arm` against `other`
 */
export function compareArms(
  arm: LabelledArm,
  other: LabelledArm,
  alpha: number,
): { readonly lnEvidence: number; readonly lift: LiftInterval } {
  const labels = { treated: arm.conversions, control: other.conversions };
  const share = arm.share / (arm.share + other.share);
  return { lnEvidence: lnLabelEvidence(labels, share), lift: liftSequence(labels, share, alpha) };
}
