import type { ShownProduct } from '../catalogue/may-be-shown';

/** Why the default, the shop's top sellers, stays. */
export type DefaultReason =
  | 'unknown-visitor'
  | 'no-recent-consumable'
  | 'nothing-due'
  | 'holdout'
  | 'control'
  | 'capped'
  | 'opted-out'
  | 'sensitive'
  | 'out-of-stock'
  | 'switched-off'
  | 'error';

/** One product that a shopper is likely to run out of, with what says so. Days are local days of the shop. */
export interface RefillItem {
  /** The key whose forecast this is: the account's, or the browser's own. */
  readonly keyId: number;
  readonly productId: bigint;
  readonly variantId: bigint;
  readonly handle: string;
  readonly rank: number;
  readonly purchases: number;
  readonly lastOn: number;
  readonly windowFromOn: number;
  readonly bestOn: number;
  readonly windowToOn: number;
  readonly expiresOn: number;
  /** After how many weeks the product's buyers often come back; null when too few say so. Of the product, not of a person. */
  readonly usualWeeks: number | null;
}

/** A forecast as it is stored, with what the catalogue and the verdicts say about its product now. */
export interface ShelfCandidate extends Omit<RefillItem, 'variantId'>, ShownProduct {
  /** The variant bought last, or another one for sale when that one is gone; null when there is none. */
  readonly variantId: bigint | null;
  readonly isConsumable: boolean;
}

/** All that a shelf's decision rests on. */
export interface ShelfFacts {
  readonly isOn: boolean;
  readonly isOptedOut: boolean;
  /** Whether whose things these are is known: an account, or a browser that at most one account has used. */
  readonly isRecognised: boolean;
  readonly todayOn: number;
  /** Forecasts that this visitor may be shown, and nobody else's. */
  readonly candidates: readonly ShelfCandidate[];
}

/** What the exposure said: the arm, or that the cap was reached. */
export type ShelfVerdict = 'treated' | 'control' | 'holdout' | 'capped';

interface StaysDefault {
  readonly kind: 'default';
  readonly reason: DefaultReason;
}

/** Before the arms part. Of an eligible shopper the arm has to be read and the exposure logged. */
export type Eligibility = { readonly kind: 'eligible'; readonly items: readonly RefillItem[] } | StaysDefault;

export type ShelfDecision =
  { readonly kind: 'refills'; readonly items: readonly RefillItem[] } | StaysDefault;
