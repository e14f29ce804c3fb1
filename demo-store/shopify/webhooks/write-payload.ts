const MARK = '\u0000id:';

/**
 * JSON as Shopify sends it: bigint values become bare numbers with all their digits, which `JSON.stringify` cannot write.
 * Readers that use `JSON.parse` will round them; that is so with Shopify too.
 */
export function writePayload(payload: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(payload, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${MARK}${value}` : value,
  );
  return text.replaceAll(/"\\u0000id:(-?\d+)"/g, '$1');
}

/** Keeps only the listed top-level fields, in the payload's order; null keeps all. `a.b` keeps the whole of `a`. */
export function pickFields(
  payload: Readonly<Record<string, unknown>>,
  fields: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  if (fields === null) return payload;
  const wanted = new Set(fields.map((field) => field.split('.')[0]));
  return Object.fromEntries(Object.entries(payload).filter(([name]) => wanted.has(name)));
}
