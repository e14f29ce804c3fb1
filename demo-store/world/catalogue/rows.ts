import type { CategoryKey } from './taxonomy';

export type UnitName = 'G' | 'ML' | 'ITEM';

/** A product that is used up. What a pack holds is on the label; how fast anybody uses it is not here (`habits.ts`). */
export interface ConsumableRow {
  readonly handle: string;
  readonly title: string;
  readonly type: string;
  readonly vendor: string;
  /** Products of one group stand in for each other in a household. */
  readonly group: string;
  readonly category: CategoryKey | null;
  readonly tags: readonly string[];
  readonly about: string;
  readonly unit: UnitName;
  /** True when the shop fills in Shopify's unit price. */
  readonly measured: boolean;
  readonly subscription: boolean;
  /** Label, content in `unit`, price in cents. */
  readonly sizes: readonly (readonly [label: string, content: number, priceMinor: number])[];
}

/** A product that stays, or is given away. */
export interface DurableRow {
  readonly handle: string;
  readonly title: string;
  readonly type: string;
  readonly vendor: string;
  readonly category: CategoryKey | null;
  readonly tags: readonly string[];
  readonly about: string;
  readonly variants: readonly (readonly [label: string, priceMinor: number])[];
  readonly digital?: true;
  readonly giftCard?: true;
  readonly status?: 'DRAFT' | 'ARCHIVED';
  readonly soldOut?: true;
  /** Sold by subscription only. */
  readonly requiresSellingPlan?: true;
}
