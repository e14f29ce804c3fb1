import type { Id } from '../types';

export interface Purchase {
  readonly variantId: Id;
  readonly quantity: number;
  readonly everyDays: number | null; // becomes a subscription
}
