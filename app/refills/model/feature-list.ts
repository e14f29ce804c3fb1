/** Features by name. Weights are kept as numbers in a row: the order of the names is the order in which they are kept. */
export interface FeatureList<Name extends string> {
  /** Where each feature, and its weight, stands in a row. */
  readonly at: Readonly<Record<Name, number>>;
  /** A new row, to be filled by name; what is forgotten is no number, and neither is anything made of it. */
  readonly row: () => number[];
}

// Rows are filled in place: a record of values, made for each of the many rows of a fit, would take half as long again.
export function featureList<const Name extends string>(names: readonly Name[]): FeatureList<Name> {
  const blank = names.map(() => NaN);
  const at = Object.fromEntries(names.map((name, place) => [name, place])) as Record<Name, number>;
  return { at, row: () => blank.slice() };
}
