export interface Budget {
  readonly what: string;
  /** Under extensions/. */
  readonly files: readonly string[];
  readonly limitBytes: number;
}

export const BUDGETS: readonly Budget[];
export function weigh(budget: Budget): number | null;
