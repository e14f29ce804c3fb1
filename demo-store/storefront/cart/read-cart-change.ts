import { parseJson } from '../web/read-body';
import { textOf } from '../web/text-of';

/** A value of a cart request, whichever way it was sent: JSON, a form, or a multipart form. */
export type CartFields = Readonly<Record<string, unknown>>;

/** @throws SyntaxError on malformed JSON. */
export async function readCartFields(body: Buffer, contentType: string): Promise<CartFields> {
  if (body.length === 0) return {};
  if (contentType.includes('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    return nest([...form].map(([name, value]) => [name, textOf(value)] as const));
  }
  const text = body.toString('utf8');
  if (contentType.includes('json') || /^\s*\{/.test(text)) {
    const parsed = parseJson(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as CartFields) : {};
  }
  return nest([...new URLSearchParams(text)]);
}

/** `attributes[gift]=yes` -> `{attributes: {gift: 'yes'}}`; `items[0][id]` likewise; `updates[]` becomes a list. */
export function nest(pairs: readonly (readonly [string, string])[]): CartFields {
  const root = emptyNode();
  for (const [name, value] of pairs) {
    const [first = name, ...rest] = name.replace(/\]/g, '').split('[');
    let node = root;
    let key = first;
    for (const part of rest) {
      const next = (node[key] ??= emptyNode()) as Record<string, unknown>;
      node = next;
      key = part === '' ? String(Object.keys(next).length) : part;
    }
    node[key] = value;
  }
  return root;
}

/** Without a prototype, so that a field named `__proto__` is a field like any other. */
function emptyNode(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** A record of text values; null and empty stay distinguishable as null. */
export function textRecord(value: unknown): Record<string, string | null> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      each === null || each === undefined ? null : textOf(each),
    ]),
  );
}
