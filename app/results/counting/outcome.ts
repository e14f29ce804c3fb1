import type { SegmentName, Side } from './daily-sum';
import type { OutcomeOf } from './outcomes';

/**
 * Everything that is counted of one person for one comparison, as the table `Outcome` keeps it. Days are local days of the
 * shop; money is minor units of its currency. Null: it never happened.
 */
export interface Outcome {
  readonly tactic: OutcomeOf;
  /** Key of the first exposure that counts. */
  readonly keyId: number;
  readonly layerId: number;
  readonly arm: Side;
  /** False for who was only drawn, or whose exposures are all left out: in no comparison. */
  readonly counts: boolean;
  readonly drawnOn: number | null;
  readonly firstAt: Date;
  readonly firstOn: number;
  /** First local day on which the window is over. */
  readonly closesOn: number;
  readonly exposures: number;
  readonly crossed: boolean;
  readonly convertedAt: Date | null;
  readonly convertedOn: number | null;
  readonly orderId: bigint | null;
  readonly orders: number;
  readonly netMinor: number;
  /** Orders in another currency than the shop's, or of unknown amount. */
  readonly otherCurrency: number;
  readonly beforeMinor: number;
  readonly attributedOrders: number;
  readonly lateIdentity: number;
  readonly orderAwaited: number;
  readonly returnedOn: number | null;
  readonly dismissedOn: number | null;
  readonly unsubscribedOn: number | null;
  readonly complainedOn: number | null;
  readonly snoozedOn: number | null;
  readonly mailedOn: number | null;
  readonly segments: readonly SegmentName[];
}
