/** `holdout` stands over everything; each tactic has a layer of its own for its own control. */
export type LayerName = 'holdout' | TacticLayerName;

export type TacticLayerName = 'shelf' | 'reminder' | 'follow-up';

/** One version of one random draw over a shop's shoppers. */
export interface Layer {
  readonly id: number;
  readonly name: LayerName;
  readonly version: number;
  /** Share held out, or in control, in ten-thousandths. */
  readonly shareBp: number;
}

/** Default share of shoppers who never see any of Larder. */
export const STANDING_HOLDOUT_BP = 1000;

/** A tactic's control, as a share of those who are not held out. */
export const TACTIC_CONTROL_BP = 1000;
