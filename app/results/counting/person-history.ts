import type { Arm } from '../../holdout/exposure';
import type { LayerName } from '../../holdout/layer';
import type { KeyKind } from '../../shoppers/shopper-key';
import type { TacticName } from '../../tactics/tactic';
import type { OutcomeOf } from './outcomes';

/** Whether an exposure counts; the others are left out in every arm alike (exposure-store.server.ts). */
export type Standing = 'counts' | 'order-awaited' | 'late-identity';

export interface LoggedExposure {
  readonly id: number;
  readonly tactic: TacticName;
  readonly keyId: number;
  readonly keyKind: KeyKind;
  readonly businessKey: string;
  readonly arm: Arm;
  readonly layerId: number | null;
  readonly holdoutLayerId: number | null;
  readonly at: Date;
  readonly device: string;
  readonly standing: Standing;
  /** What a reminder's offer was about; empty for a shelf. */
  readonly offers: readonly { readonly productId: bigint; readonly offeredOn: number }[];
  /** Kind of consumable of what it was about first; null when nothing says it. */
  readonly category: string | null;
}

export interface LoggedDraw {
  readonly keyId: number;
  readonly layerId: number;
  readonly layer: LayerName;
  readonly arm: string;
  readonly at: Date;
}

/** An order that was not cancelled and is no test. One that was never paid, or refunded whole, has neither money nor products. */
export interface LoggedOrder {
  readonly orderId: bigint;
  readonly placedAt: Date;
  readonly placedOn: number;
  readonly checkoutToken: string | null;
  readonly currency: string;
  /** Net of refunds; null when it is not known. */
  readonly netMinor: number | null;
  readonly productIds: readonly bigint[];
}

/** Something a person did, or that was sent to them, and whose it is. */
export interface LoggedAct {
  readonly kind: 'tapped' | 'dismissed' | 'mailed' | 'snoozed' | 'unsubscribed' | 'complained';
  /** `all`: of every tactic. */
  readonly of: TacticName | 'all';
  readonly at: Date;
}

/** All that is known of one person and bears on results. In any order. */
export interface PersonHistory {
  readonly exposures: readonly LoggedExposure[];
  readonly draws: readonly LoggedDraw[];
  readonly orders: readonly LoggedOrder[];
  readonly acts: readonly LoggedAct[];
}

/** Whether an act belongs to a comparison: all of them do to Larder as a whole. */
export function isOf(act: LoggedAct, of: OutcomeOf): boolean {
  return of === 'larder' || act.of === 'all' || act.of === of;
}
