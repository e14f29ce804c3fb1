/** `gid://shopify/Order/123` */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The parts of a global id; null when it has another form. Extra parameters after `?` are ignored, as Shopify does. */
export function parseGid(text: unknown): { type: string; id: string } | null {
  const match = /^gid:\/\/shopify\/(\w+)\/([^/?]+)(?:\?.*)?$/.exec(String(text));
  return match?.[1] && match[2] ? { type: match[1], id: match[2] } : null;
}

/** The id within a global id of this type; null when it is of another type or none at all. */
export function idOf(type: string, text: unknown): string | null {
  const parts = parseGid(text);
  return parts?.type === type ? parts.id : null;
}
