import { CONVERSIONS_NEEDED } from './statistics/enough';

export type ArmName = 'treated' | 'control';

/** Persons grouped by what decides where they count. Sums, so that a page never holds persons. */
export interface ExposedGroup {
  /** The arm of the first exposure that counts. */
  readonly arm: 'treated' | 'control' | 'holdout';
  /** The layer of the comparison at that exposure. */
  readonly layerId: number | null;
  readonly shoppers: number;
  readonly exposures: number;
  readonly conversions: number;
  /** Persons of this group whom Larder acted upon in both arms. */
  readonly crossed: number;
}

export interface ArmCounts {
  readonly arm: ArmName;
  readonly shoppers: number;
  readonly exposures: number;
  readonly conversions: number;
  /** Conversions per shopper, or null without shoppers. */
  readonly rate: number | null;
}

export interface ResultCounts {
  /** No lift is shown yet; the other states come with the statistics. */
  readonly state: 'collecting';
  readonly treated: ArmCounts;
  readonly control: ArmCounts;
  /** Conversions of the smaller arm, of the CONVERSIONS_NEEDED. */
  readonly smallerArmConversions: number;
  readonly crossed: number;
  readonly leftOut: LeftOut;
}

export interface LeftOut {
  /** Exposures drawn on a checkout whose buyer turned out to have an arm already. */
  readonly lateIdentity: number;
  /** Exposures on a checkout whose order has not arrived. */
  readonly orderAwaited: number;
  /** Shoppers first exposed under an older version of the draw. */
  readonly olderVersion: number;
}

/**
 * Adds groups up into two arms. A tactic compares its treated with its own control: people of the standing holdout belong
 * to neither. Larder as a whole compares everyone else (`treated`) with the standing holdout (`control`).
 * @param layerId the version of the draw that is counted; people of older ones are left out
 */
export function countArms(
  comparison: 'tactic' | 'larder',
  groups: readonly ExposedGroup[],
  layerId: number | null,
  exposuresLeftOut: Pick<LeftOut, 'lateIdentity' | 'orderAwaited'>,
): ResultCounts {
  const armOf = (group: ExposedGroup): ArmName | null => {
    if (comparison === 'larder') return group.arm === 'holdout' ? 'control' : 'treated';
    return group.arm === 'holdout' ? null : group.arm;
  };
  const compared = groups.filter((group) => armOf(group) !== null);
  const current = compared.filter((group) => group.layerId === layerId);
  const older = compared.filter((group) => group.layerId !== layerId);
  const sumArm = (arm: ArmName): ArmCounts => {
    const own = current.filter((group) => armOf(group) === arm);
    const shoppers = sum(own.map((group) => group.shoppers));
    const conversions = sum(own.map((group) => group.conversions));
    const exposures = sum(own.map((group) => group.exposures));
    return { arm, shoppers, exposures, conversions, rate: shoppers === 0 ? null : conversions / shoppers };
  };
  const treated = sumArm('treated');
  const control = sumArm('control');
  return {
    state: 'collecting',
    treated,
    control,
    smallerArmConversions: smaller(treated, control).conversions,
    crossed: sum(current.map((group) => group.crossed)),
    leftOut: { ...exposuresLeftOut, olderVersion: sum(older.map((group) => group.shoppers)) },
  };
}

/** A day further away than this is no estimate. */
const LONGEST_WAIT_DAYS = 366;

/**
 * The local day on which the smaller arm would have its conversions if they go on coming as so far; null before the first
 * one, once it has them, and when it would take more than a year.
 */
export function dayOfEnough(conversions: number, startedOn: number, todayOn: number): number | null {
  if (conversions === 0 || conversions >= CONVERSIONS_NEEDED) return null;
  const daysSoFar = Math.max(1, todayOn - startedOn);
  const waitDays = Math.ceil(((CONVERSIONS_NEEDED - conversions) / conversions) * daysSoFar);
  return waitDays > LONGEST_WAIT_DAYS ? null : todayOn + waitDays;
}

function smaller(treated: ArmCounts, control: ArmCounts): ArmCounts {
  return treated.conversions < control.conversions ? treated : control;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
