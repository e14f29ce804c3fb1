import { instant, int, oneOf, statement } from '../db/statement';
import type { Writer } from '../ports';
import { ensureKey, findKey, savePerson } from './key-store.server';
import { persons, type KeyNode } from './persons';
import { KEY_KINDS, LINK_SOURCES, type LinkSource, type ShopperName } from './shopper-key';

const LINK_KNOWN = statement(
  `SELECT "at" FROM "ShopperLink"
  WHERE "shopId" = :shopId AND "aKeyId" = :a AND "bKeyId" = :b AND "source" = :source`,
  { at: instant },
);
const LINK = statement(
  `INSERT INTO "ShopperLink" ("shopId", "aKeyId", "bKeyId", "source", "at") VALUES (:shopId, :a, :b, :source, :at)
  ON CONFLICT ("shopId", "aKeyId", "bKeyId", "source") DO UPDATE SET "at" = excluded."at"`,
);

/**
 * Keeps that two keys are one shopper, and brings the persons around them up to date. A fact that is known already
 * keeps its oldest instant, so the order in which facts arrive changes nothing.
 */
export async function linkKeys(
  tx: Writer,
  fact: {
    readonly shopId: number;
    readonly keyIds: readonly [number, number];
    readonly source: LinkSource;
    readonly at: Date;
  },
): Promise<void> {
  const { shopId, keyIds, source, at } = fact;
  const [a, b] = [Math.min(...keyIds), Math.max(...keyIds)];
  if (a === b) return;
  const known = await tx.first(LINK_KNOWN, { shopId, a, b, source });
  if (known && known.at <= at) return;
  await tx.run(LINK, { shopId, a, b, source, at });
  await refreshPersons(tx, shopId, [a, b]);
}

/** A signed-in shopper brings so many browsers by sign-in alone; orders bring as many more as there are. */
const BROWSERS_BY_SIGN_IN = 10;

const SIGNED_IN = statement(
  `SELECT (SELECT count(*) FROM "ShopperLink" WHERE "shopId" = :shopId AND "aKeyId" = :keyId AND "source" = 'sign-in')
    + (SELECT count(*) FROM "ShopperLink" WHERE "shopId" = :shopId AND "bKeyId" = :keyId AND "source" = 'sign-in') AS "n"`,
  { n: int },
);

/**
 * Keeps that an account was signed in on a browser. A browser nobody has heard of is the visitor's own word: an account
 * has only so many of them.
 */
export async function linkBrowser(
  tx: Writer,
  fact: {
    readonly shopId: number;
    readonly accountKeyId: number;
    readonly browser: ShopperName;
    readonly at: Date;
  },
): Promise<void> {
  const { shopId, accountKeyId, browser, at } = fact;
  const known = await findKey(tx, { shopId, ...browser });
  if (!known) {
    const signedIn = await tx.first(SIGNED_IN, { shopId, keyId: accountKeyId });
    if (signedIn && signedIn.n >= BROWSERS_BY_SIGN_IN) return;
  }
  const { id } = known ?? (await ensureKey(tx, { shopId, ...browser, at }));
  await linkKeys(tx, { shopId, keyIds: [accountKeyId, id], source: 'sign-in', at });
}

// Everybody who may change: the persons of the given keys and of those linked to them. A link that joins nobody now
// (the second account of a shared browser) may do so once another one goes.
// CROSS JOIN keeps the order: from the few to their neighbours, never through a shop's whole table.
const AROUND = statement(
  `WITH same AS (
    SELECT o."id" FROM numbers(:keyIds) AS g CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
    WHERE k."id" = g."value" AND k."shopId" = :shopId AND o."shopId" = k."shopId" AND o."personId" = k."personId"),
  near AS (
    SELECT "id" FROM same
    UNION SELECT l."bKeyId" FROM same CROSS JOIN "ShopperLink" l WHERE l."shopId" = :shopId AND l."aKeyId" = same."id"
    UNION SELECT l."aKeyId" FROM same CROSS JOIN "ShopperLink" l WHERE l."shopId" = :shopId AND l."bKeyId" = same."id")
  SELECT DISTINCT o."id", o."kind", o."personId" FROM near CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
  WHERE k."id" = near."id" AND k."shopId" = :shopId AND o."shopId" = k."shopId" AND o."personId" = k."personId"`,
  { id: int, kind: oneOf(KEY_KINDS), personId: int },
);
const LINKS_OF = statement(
  `WITH near AS (
    SELECT l.* FROM numbers(:keyIds) AS g CROSS JOIN "ShopperLink" l
    WHERE l."shopId" = :shopId AND l."aKeyId" = g."value"
    UNION SELECT l.* FROM numbers(:keyIds) AS g CROSS JOIN "ShopperLink" l
    WHERE l."shopId" = :shopId AND l."bKeyId" = g."value")
  SELECT l."aKeyId", l."bKeyId", l."source", l."at", a."kind" AS "aKind", b."kind" AS "bKind"
  FROM near l CROSS JOIN "ShopperKey" a CROSS JOIN "ShopperKey" b
  WHERE a."id" = l."aKeyId" AND a."shopId" = l."shopId" AND b."id" = l."bKeyId" AND b."shopId" = l."shopId"`,
  {
    aKeyId: int,
    bKeyId: int,
    source: oneOf(LINK_SOURCES),
    at: instant,
    aKind: oneOf(KEY_KINDS),
    bKind: oneOf(KEY_KINDS),
  },
);

async function refreshPersons(tx: Writer, shopId: number, keyIds: readonly number[]): Promise<void> {
  const around = await tx.all(AROUND, { shopId, keyIds });
  const links = await tx.all(LINKS_OF, { shopId, keyIds: around.map((key) => key.id) });
  const nodes = new Map<number, KeyNode>(around.map(({ id, kind }) => [id, { id, kind }]));
  for (const { aKeyId, bKeyId, aKind, bKind } of links) {
    // Keys beyond the border decide which account a shared browser keeps; their own persons do not change.
    if (!nodes.has(aKeyId)) nodes.set(aKeyId, { id: aKeyId, kind: aKind });
    if (!nodes.has(bKeyId)) nodes.set(bKeyId, { id: bKeyId, kind: bKind });
  }
  const now = persons([...nodes.values()], links);
  for (const { id, personId: before } of around) {
    const personId = now.get(id);
    if (personId !== undefined && personId !== before) await savePerson(tx, shopId, { id, personId });
  }
}
