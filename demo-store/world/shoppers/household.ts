import type { RandomState } from '../random';
import type { Id } from '../types';
import type { LetterKind } from './true-effects';

/** One simulated shopper: what the shop knows by id, and a life that it does not know. */
export interface Household {
  readonly customerId: Id;
  readonly email: string;
  /** Null for those who never consent to cookies. */
  readonly browserId: string | null;
  /** Chance of being signed in on a visit; 0 without account. */
  readonly signsIn: number;
  readonly rng: RandomState;
  readonly joinsAt: number;
  /** From then on they come ever more seldom, and are gone `FADING_DAYS` later. */
  readonly fadesAt: number | null;
  /** Days that pass, on average, from running low to doing something about it. */
  readonly forgetfulDays: number;
  /** Days before the end at which they begin to think of it. Negative: only after it is empty. */
  readonly leadDays: number;
  /** Chance that something running low is bought here and not elsewhere. */
  readonly loyalty: number;
  readonly browsesPerDay: number;
  readonly treatsPerDay: number; // durables and presents
  readonly takesReminders: number;
  readonly needs: Need[];
  /** The last letter of the shop that was not about their own goods. */
  letter: { kind: LetterKind; at: number } | null;
}

export interface Need {
  readonly group: string;
  productId: Id;
  variantId: Id;
  readonly perDay: number; // true use, of the product's unit
  readonly startsAt: number;
  left: number; // in the cupboard at `asOf`
  asOf: number;
  /** The rhythm wished for, and when the last delivery came. */
  subscription: { days: number; lastAt: number } | null;
  /** When a reminder for it last reached them. */
  remindedAt: number | null;
}

export const DAY_MS = 86_400_000;
const FADING_DAYS = 75;

/** Days that what is in the cupboard will last from `at`; negative when it has been empty for that long. */
export function daysLeft(need: Need, at: number): number {
  return need.left / need.perDay - (at - need.asOf) / DAY_MS;
}

export function refill(need: Need, content: number, at: number): void {
  need.left = Math.max(0, daysLeft(need, at)) * need.perDay + content;
  need.asOf = at;
}

/** 1 for a loyal life, falling to 0 while a household fades away. */
export function presence(household: Household, at: number): number {
  if (at < household.joinsAt) return 0;
  if (household.fadesAt === null || at < household.fadesAt) return 1;
  return Math.max(0, 1 - (at - household.fadesAt) / (FADING_DAYS * DAY_MS));
}
