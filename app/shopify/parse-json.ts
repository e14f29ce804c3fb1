/**
 * A string, or everything that could belong to a number. Neither can fail once begun, so that no character is read twice:
 * the texts come from outside.
 */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * JSON whose integers of 16 or more digits come back as strings: Shopify's ids are 64-bit, and JSON.parse would round them.
 * @throws SyntaxError for malformed JSON.
 */
export function parseJsonKeepingIds(text: string): unknown {
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (found) => (LONG_INTEGER.test(found) ? `"${found}"` : found)),
  );
}
