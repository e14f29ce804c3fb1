import { instant, int, orNull, statement, text } from '../db/statement';
import type { Sql, Tx, Writer } from '../ports';
import { FIRST_PROXY_PATH, type Shop } from './shop';

const COLUMNS =
  '"id", "domain", "name", "currency", "timeZone", "country", "locale", "scopes", "installedAt", "uninstalledAt", "legalName", "postalAddress", "proxyPath", "proxyHeardAt", "guideDismissedAt"';
const SHOP = {
  ...{ id: int, domain: text, name: text, currency: text, timeZone: text, country: orNull(text) },
  ...{ locale: text, scopes: text, installedAt: instant, uninstalledAt: orNull(instant) },
  ...{ legalName: orNull(text), postalAddress: orNull(text), proxyPath: text, proxyHeardAt: orNull(instant) },
  guideDismissedAt: orNull(instant),
};
const BY_DOMAIN = statement(`SELECT ${COLUMNS} FROM "Shop" WHERE "domain" = :domain`, SHOP);
const BY_ID = statement(`SELECT ${COLUMNS} FROM "Shop" WHERE "id" = :shopId`, SHOP);
const INSTALLED = statement(
  `SELECT ${COLUMNS} FROM "Shop" WHERE "uninstalledAt" IS NULL ORDER BY "id"`,
  SHOP,
);

/** A shop by its domain, installed or not. */
export async function loadShopByDomain(db: Sql, domain: string): Promise<Shop | null> {
  return db.first(BY_DOMAIN, { domain });
}

export async function loadShop(db: Sql, shopId: number): Promise<Shop | null> {
  return db.first(BY_ID, { shopId });
}

/** Whether a shop still has Larder: asked inside a transaction that began with an answer from outside. */
export async function isInstalled(db: Sql, shopId: number): Promise<boolean> {
  return (await installedTimeZone(db, shopId)) !== null;
}

/** Every shop that has Larder now, oldest first. */
export async function listInstalledShops(db: Sql): Promise<readonly Shop[]> {
  return db.all(INSTALLED, {});
}

const ZONE = statement(`SELECT "timeZone" FROM "Shop" WHERE "id" = :shopId AND "uninstalledAt" IS NULL`, {
  timeZone: text,
});

/** The time zone (IANA) of a shop that has Larder now, for what runs with every order; null for any other. */
export async function installedTimeZone(db: Sql, shopId: number): Promise<string | null> {
  return (await db.first(ZONE, { shopId }))?.timeZone ?? null;
}

const HEARD = statement(
  `UPDATE "Shop" SET "proxyPath" = :proxyPath, "proxyHeardAt" = :at WHERE "id" = :shopId`,
);

/** That the storefront spoke to Larder, and on which path. */
export async function saveProxyHeard(
  tx: Writer,
  heard: { readonly shopId: number; readonly proxyPath: string; readonly at: Date },
): Promise<void> {
  await tx.run(HEARD, heard);
}

/** What stands at the foot of every mail. */
export async function saveLegalDetails(
  tx: Tx,
  shopId: number,
  details: { readonly legalName: string; readonly postalAddress: string },
): Promise<void> {
  await tx.prisma.shop.update({
    where: { id: shopId },
    data: { legalName: details.legalName, postalAddress: details.postalAddress },
  });
}

export async function saveGuideDismissed(tx: Tx, shopId: number, at: Date): Promise<void> {
  await tx.prisma.shop.update({ where: { id: shopId }, data: { guideDismissedAt: at } });
}

/** A new shop, or one that has come back: then it counts as installed anew. @returns its id */
export async function saveInstall(
  tx: Tx,
  install: { readonly domain: string; readonly scopes: string; readonly at: Date },
): Promise<number> {
  const { domain, scopes, at } = install;
  const known = await tx.prisma.shop.findUnique({ where: { domain } });
  if (!known) return (await tx.prisma.shop.create({ data: { domain, scopes, installedAt: at } })).id;
  // A new installation starts on the declared path, whatever the last one was renamed to.
  const anew = { installedAt: at, uninstalledAt: null, proxyPath: FIRST_PROXY_PATH, proxyHeardAt: null };
  await tx.prisma.shop.update({ where: { domain }, data: { scopes, ...(known.uninstalledAt && anew) } });
  return known.id;
}

/** What the shop says of itself. */
export async function saveSettings(
  tx: Tx,
  shopId: number,
  settings: Pick<Shop, 'name' | 'currency' | 'timeZone' | 'country' | 'scopes'>,
): Promise<void> {
  await tx.prisma.shop.update({ where: { id: shopId }, data: settings });
}

const LEAVE = statement(`UPDATE "Shop" SET "uninstalledAt" = :at WHERE "id" = :shopId`);

/** The shop has left; its rows stay until it is erased. What else ends with it: follow-leaving.server.ts. */
export async function saveUninstall(tx: Writer, shopId: number, at: Date): Promise<void> {
  await tx.run(LEAVE, { shopId, at });
}
