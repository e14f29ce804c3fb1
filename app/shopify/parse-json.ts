/** A string (left as it is), or an integer that a JavaScript number may not hold. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * JSON whose integers of 16 or more digits come back as strings: Shopify's ids are 64-bit, and JSON.parse would round them.
 * @throws SyntaxError for malformed JSON.
 */
export function parseJsonKeepingIds(text: string): unknown {
  return JSON.parse(
    text.replace(STRING_OR_LONG_INTEGER, (found) => (found.startsWith('"') ? found : `"${found}"`)),
  );
}
