import type { HotWriter } from '../ports';
import type { StoredKey } from './key-store.server';
import { persons, type KeyLink, type KeyNode } from './persons';
import type { KeyKind, LinkSource, ShopperName } from './shopper-key';

const FIND = `SELECT "id", "personId" FROM "ShopperKey" WHERE "shopId" = ? AND "kind" = ? AND "value" = ?`;
const INSERT = `INSERT INTO "ShopperKey" ("shopId", "kind", "value", "personId", "createdAt") VALUES (?, ?, ?, 0, ?) RETURNING "id"`;
const SET_PERSON = `UPDATE "ShopperKey" SET "personId" = ? WHERE "id" = ?`;

interface KeyRow {
  readonly id: bigint;
  readonly personId: bigint;
}

/** The key of a shopper, made on first sight as a person of its own. */
export function ensureKeyHot(hot: HotWriter, shopId: number, name: ShopperName, at: Date): StoredKey {
  const known = hot.prepare(FIND).get(shopId, name.kind, name.value) as KeyRow | undefined;
  if (known) return { id: Number(known.id), personId: Number(known.personId) };
  const made = hot.prepare(INSERT).get(shopId, name.kind, name.value, at.getTime()) as { id: bigint };
  hot.prepare(SET_PERSON).run(made.id, made.id);
  return { id: Number(made.id), personId: Number(made.id) };
}

export function findKeyHot(hot: HotWriter, shopId: number, name: ShopperName): StoredKey | null {
  const known = hot.prepare(FIND).get(shopId, name.kind, name.value) as KeyRow | undefined;
  return known ? { id: Number(known.id), personId: Number(known.personId) } : null;
}

const LINK_KNOWN = `
  SELECT "at" FROM "ShopperLink" WHERE "shopId" = ? AND "aKeyId" = ? AND "bKeyId" = ? AND "source" = ?`;
const LINK = `
  INSERT INTO "ShopperLink" ("shopId", "aKeyId", "bKeyId", "source", "at") VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET "at" = excluded."at"`;

/**
 * Keeps that two keys are one shopper, and brings the persons around them up to date. A fact that is known already
 * keeps its oldest instant, so the order in which facts arrive changes nothing.
 */
export function linkKeysHot(
  hot: HotWriter,
  shopId: number,
  oneKeyId: number,
  otherKeyId: number,
  source: LinkSource,
  at: Date,
): void {
  if (oneKeyId === otherKeyId) return;
  const a = Math.min(oneKeyId, otherKeyId);
  const b = Math.max(oneKeyId, otherKeyId);
  const known = hot.prepare(LINK_KNOWN).get(shopId, a, b, source) as { at: bigint } | undefined;
  if (known && Number(known.at) <= at.getTime()) return;
  hot.prepare(LINK).run(shopId, a, b, source, at.getTime());
  refreshPersons(hot, shopId, [a, b]);
}

/** A signed-in shopper brings so many browsers by sign-in alone; orders bring as many more as there are. */
const BROWSERS_BY_SIGN_IN = 10;

const SIGNED_IN = `
  SELECT (SELECT count(*) FROM "ShopperLink" WHERE "shopId" = @shopId AND "aKeyId" = @keyId AND "source" = 'sign-in')
    + (SELECT count(*) FROM "ShopperLink" WHERE "shopId" = @shopId AND "bKeyId" = @keyId AND "source" = 'sign-in') AS "n"`;

/**
 * Keeps that an account was signed in on a browser. A browser nobody has heard of is the visitor's own word: an account
 * has only so many of them.
 */
export function linkBrowserHot(
  hot: HotWriter,
  shopId: number,
  accountKeyId: number,
  browser: ShopperName,
  at: Date,
): void {
  const known = findKeyHot(hot, shopId, browser);
  if (!known) {
    const { n } = hot.prepare(SIGNED_IN).get({ shopId, keyId: accountKeyId }) as { n: bigint };
    if (Number(n) >= BROWSERS_BY_SIGN_IN) return;
  }
  const { id } = known ?? ensureKeyHot(hot, shopId, browser, at);
  linkKeysHot(hot, shopId, accountKeyId, id, 'sign-in', at);
}

// Everybody who may change: the persons of the given keys and of those linked to them. A link that joins nobody now
// (the second account of a shared browser) may do so once another one goes.
// CROSS JOIN keeps the order: from the few to their neighbours, never through a shop's whole table.
const AROUND = `
  WITH same AS (
    SELECT o."id" FROM json_each(@keyIds) g CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
    WHERE k."id" = g.value AND k."shopId" = @shopId AND o."shopId" = k."shopId" AND o."personId" = k."personId"),
  near AS (
    SELECT "id" FROM same
    UNION SELECT l."bKeyId" FROM same CROSS JOIN "ShopperLink" l WHERE l."shopId" = @shopId AND l."aKeyId" = same."id"
    UNION SELECT l."aKeyId" FROM same CROSS JOIN "ShopperLink" l WHERE l."shopId" = @shopId AND l."bKeyId" = same."id")
  SELECT DISTINCT o."id", o."kind", o."personId" FROM near CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
  WHERE k."id" = near."id" AND o."shopId" = k."shopId" AND o."personId" = k."personId"`;

const LINKS_OF = `
  WITH near AS (
    SELECT l.* FROM json_each(@keyIds) g CROSS JOIN "ShopperLink" l WHERE l."shopId" = @shopId AND l."aKeyId" = g.value
    UNION SELECT l.* FROM json_each(@keyIds) g CROSS JOIN "ShopperLink" l
    WHERE l."shopId" = @shopId AND l."bKeyId" = g.value)
  SELECT l."aKeyId", l."bKeyId", l."source", l."at", a."kind" AS "aKind", b."kind" AS "bKind"
  FROM near l CROSS JOIN "ShopperKey" a CROSS JOIN "ShopperKey" b WHERE a."id" = l."aKeyId" AND b."id" = l."bKeyId"`;

interface LinkRow {
  readonly aKeyId: bigint;
  readonly bKeyId: bigint;
  readonly source: LinkSource;
  readonly at: bigint;
  readonly aKind: KeyKind;
  readonly bKind: KeyKind;
}

function refreshPersons(hot: HotWriter, shopId: number, keyIds: readonly number[]): void {
  const around = hot.prepare(AROUND).all({ shopId, keyIds: JSON.stringify(keyIds) }) as (KeyRow & {
    kind: KeyKind;
  })[];
  const aroundIds = JSON.stringify(around.map((key) => Number(key.id)));
  const rows = hot.prepare(LINKS_OF).all({ shopId, keyIds: aroundIds }) as LinkRow[];
  const nodes = new Map<number, KeyNode>(
    around.map((key) => [Number(key.id), { id: Number(key.id), kind: key.kind }]),
  );
  const links = rows.map((row): KeyLink => {
    const [aKeyId, bKeyId] = [Number(row.aKeyId), Number(row.bKeyId)];
    // Keys beyond the border decide which account a shared browser keeps; their own persons do not change.
    if (!nodes.has(aKeyId)) nodes.set(aKeyId, { id: aKeyId, kind: row.aKind });
    if (!nodes.has(bKeyId)) nodes.set(bKeyId, { id: bKeyId, kind: row.bKind });
    return { aKeyId, bKeyId, source: row.source, at: new Date(Number(row.at)) };
  });
  const now = persons([...nodes.values()], links);
  for (const key of around) {
    const personId = now.get(Number(key.id));
    if (personId !== undefined && personId !== Number(key.personId))
      hot.prepare(SET_PERSON).run(personId, key.id);
  }
}
