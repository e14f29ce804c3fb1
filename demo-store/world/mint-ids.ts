import type { Id } from "./types";

/** What gets an id of its own. Each kind counts in its own range beyond 2^53, where a double can no longer tell neighbours apart. */
export type IdKind =
  | "shop"
  | "product"
  | "variant"
  | "customer"
  | "order"
  | "line"
  | "refund"
  | "plan";

const RANGES: Readonly<Record<IdKind, bigint>> = {
  shop: 9_100_000_000_000_001n,
  product: 9_200_000_000_000_001n,
  variant: 9_300_000_000_000_001n,
  customer: 9_400_000_000_000_001n,
  order: 9_500_000_000_000_001n,
  line: 9_600_000_000_000_001n,
  refund: 9_700_000_000_000_001n,
  plan: 9_800_000_000_000_001n,
};

/** How many ids of each kind have been given out. */
export type IdCounts = Record<IdKind, number>;

export function noIdsYet(): IdCounts {
  return {
    shop: 0,
    product: 0,
    variant: 0,
    customer: 0,
    order: 0,
    line: 0,
    refund: 0,
    plan: 0,
  };
}

/** Gives out the next id of a kind and counts it. */
export function mintId(counts: IdCounts, kind: IdKind): Id {
  const id = idAt(kind, counts[kind]);
  counts[kind] += 1;
  return id;
}

/** The id that a kind gives out at a place (0 for the first). */
export function idAt(kind: IdKind, place: number): Id {
  return String(RANGES[kind] + BigInt(place));
}

/** The place of an id within its kind; the inverse of `idAt`. */
export function placeOf(kind: IdKind, id: Id): number {
  return Number(BigInt(id) - RANGES[kind]);
}
