import type { TacticName } from './tactic';

/** Something bad that a shopper does at most once, and that the standing holdout cannot do: a share of shoppers, no lift. */
export type HarmKind = 'dismissed' | 'unsubscribed' | 'complained';

export interface HarmLimit {
  readonly kind: HarmKind;
  /** The share that is still accepted, over 0 and below 1. */
  readonly rate: number;
  /** Who could have done it: everyone acted upon, or everyone who was sent a mail. */
  readonly among: 'exposed' | 'mailed';
  /** Persons at which the test is sharpest; fixed here, before any count. */
  readonly tightestAt: number;
}

/** Above it mailbox providers hold back a sender's mail (Google, Yahoo: sender guidelines of 2024). */
const COMPLAINTS = 0.003;

/** What a note's draft tolerates. */
export const DRAFT_TOLERANCE: Readonly<Record<TacticName, number>> = {
  shelf: 0.1,
  reminder: 0.05,
  'follow-up': 0.05,
};

/** The harms of a tactic with their limits. Complaints have one that no merchant can widen. */
export function harmLimits(tactic: TacticName, tolerance: number): readonly HarmLimit[] {
  switch (tactic) {
    case 'shelf':
      return [{ kind: 'dismissed', rate: tolerance, among: 'exposed', tightestAt: 500 }];
    case 'reminder':
    case 'follow-up':
      return [
        { kind: 'unsubscribed', rate: tolerance, among: 'mailed', tightestAt: 500 },
        { kind: 'complained', rate: COMPLAINTS, among: 'mailed', tightestAt: 2000 },
      ];
  }
}
