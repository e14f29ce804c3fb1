import type { Unit } from './units';

/** A number with its unit, as it stands in a text. */
export interface Measure {
  readonly value: number;
  readonly unit: Unit;
  /** The word that names the unit. */
  readonly name: string;
  /** Nothing stands between it and the measure before. */
  readonly isBehind: boolean;
  /** A sign stands between it and the measure before: it may be the same size again. */
  readonly isApart: boolean;
  readonly isInBrackets: boolean;
  /** The first behind a multiple: `5 x 2 pieces 400 g` has five times the pieces. */
  readonly isMultiplied: boolean;
  /** The 4 of `1 kg (4 x 250 g)`, which `value` holds already. */
  readonly times: number;
  /** `9-14 kg`, `bis 10 kg`, `15 kg+`: a weight that may be the wearer's. */
  readonly isLimit: boolean;
  /** `25 g protein`, `5 g per scoop`: what a portion holds. */
  readonly isPortion: boolean;
  /** `24-count`: of a size before it, so many. */
  readonly isHyphened: boolean;
  /** `total 40 capsules`: of all packs. */
  readonly isTotal: boolean;
  /** Words stand between the number and what is counted: `60 veg capsules`. */
  readonly isFar: boolean;
}
