import type { LoadReport } from './orders-file/load-report';
import type { RandomState } from './random';
import type { Chore } from './shoppers/chores';
import type { Household } from './shoppers/household';
import type { Id, ReceivedMail } from './types';
import type { ShopRecords } from './world-state';

/** What only the simulation knows. Kept beside the records, never served. */
export interface Life {
  readonly households: Household[];
  chores: Chore[];
  /** Who is about to leave the shop's mail; without a mail, in the account. */
  readonly leaving: { customerId: Id; mail: Pick<ReceivedMail, 'headers'> | null }[];
  readonly rng: RandomState;
}

/** What a shop was made from: another origin is another shop. */
export type Origin =
  | {
      readonly kind: 'seed';
      readonly seed: number;
      readonly shoppers: number;
      readonly days: number;
    }
  | { readonly kind: 'orders'; readonly name: string; readonly bytes: number };

export interface WorldSnapshot {
  readonly origin: Origin;
  readonly clockAt: number; // epoch ms on the demo clock
  readonly records: ShopRecords;
  readonly life: Life | null; // null: these shoppers have no future of their own
  readonly report: LoadReport | null;
}
