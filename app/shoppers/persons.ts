import type { KeyKind, LinkSource } from './shopper-key';

export interface KeyNode {
  readonly id: number;
  readonly kind: KeyKind;
}

/** A fact that joins two keys. The same two keys may be joined for several reasons. */
export interface KeyLink {
  readonly aKeyId: number;
  readonly bKeyId: number;
  readonly source: LinkSource;
  readonly at: Date;
}

/**
 * Who is one person: the connected components of the keys over their links, each named by its smallest key id.
 * A browser linked to several accounts is a shared computer: it belongs to the account of its oldest link only, so that
 * it does not merge two people. A checkout belongs to its account, and only without one to its browser.
 * Depends on nothing but the two sets; taking a link away takes its merge back.
 */
export function persons(keys: readonly KeyNode[], links: readonly KeyLink[]): ReadonlyMap<number, number> {
  const root = new Map(keys.map((key) => [key.id, key.id]));
  for (const link of joiningLinks(keys, links)) {
    const a = find(root, link.aKeyId);
    const b = find(root, link.bKeyId);
    // The smaller id stays the root, so a root is always the person's id.
    if (a !== b) root.set(Math.max(a, b), Math.min(a, b));
  }
  return new Map(keys.map((key) => [key.id, find(root, key.id)]));
}

/** The links that merge: every key that is no account keeps its oldest account, a checkout one end only. */
function joiningLinks(keys: readonly KeyNode[], links: readonly KeyLink[]): readonly KeyLink[] {
  const kinds = new Map(keys.map((key) => [key.id, key.kind]));
  const known = links.filter((link) => kinds.has(link.aKeyId) && kinds.has(link.bKeyId));
  const home = new Map<number, KeyLink>();
  for (const link of known) {
    for (const [end, other] of [
      [link.aKeyId, link.bKeyId],
      [link.bKeyId, link.aKeyId],
    ] as const) {
      if (kinds.get(end) === 'account' || kinds.get(other) !== 'account') continue;
      const best = home.get(end);
      if (!best || isOlder(link, best)) home.set(end, link);
    }
  }
  return known.filter((link) =>
    [link.aKeyId, link.bKeyId].every((end) => {
      const chosen = home.get(end);
      if (!chosen) return true;
      const isAccountLink = kinds.get(link.aKeyId === end ? link.bKeyId : link.aKeyId) === 'account';
      return isAccountLink ? joinsSame(link, chosen) : kinds.get(end) !== 'checkout';
    }),
  );
}

function isOlder(link: KeyLink, than: KeyLink): boolean {
  const ageMs = link.at.getTime() - than.at.getTime();
  if (ageMs !== 0) return ageMs < 0;
  // Of two links of the same instant, the account that was known first.
  return accountOrder(link) < accountOrder(than);
}

function accountOrder(link: KeyLink): number {
  return link.aKeyId + link.bKeyId;
}

function joinsSame(a: KeyLink, b: KeyLink): boolean {
  return (
    Math.min(a.aKeyId, a.bKeyId) === Math.min(b.aKeyId, b.bKeyId) &&
    Math.max(a.aKeyId, a.bKeyId) === Math.max(b.aKeyId, b.bKeyId)
  );
}

function find(root: Map<number, number>, key: number): number {
  let at = key;
  for (let next = root.get(at) ?? at; next !== at; next = root.get(at) ?? at) at = next;
  root.set(key, at);
  return at;
}
