/** SQLite's adapter takes 999 values in one statement; two lists and a few more still fit. */
const PART = 400;

/** A long list of ids in parts that fit into the IN of one statement. */
export function inParts<T>(values: readonly T[]): readonly T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < values.length; from += PART) parts.push(values.slice(from, from + PART));
  return parts;
}
