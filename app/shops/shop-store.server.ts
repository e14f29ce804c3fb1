import type { Reader, Tx } from '../ports';
import { FIRST_PROXY_PATH, type Shop } from './shop';

// In SQL what every job and every request asks: Prisma takes five times as long to find one row.

/** A shop by its domain, installed or not. */
export async function loadShopByDomain(db: Reader, domain: string): Promise<Shop | null> {
  const [shop] = await db.$queryRaw<Shop[]>`SELECT * FROM "Shop" WHERE "domain" = ${domain}`;
  return shop ?? null;
}

export async function loadShop(db: Reader | Tx, shopId: number): Promise<Shop | null> {
  const [shop] = await db.$queryRaw<Shop[]>`SELECT * FROM "Shop" WHERE "id" = ${shopId}`;
  return shop ?? null;
}

/** Whether a shop still has Larder: asked inside a transaction that began with an answer from outside. */
export async function isInstalled(db: Reader | Tx, shopId: number): Promise<boolean> {
  const shop = await loadShop(db, shopId);
  return shop !== null && shop.uninstalledAt === null;
}

/** Every shop that has Larder now, oldest first. */
export async function listInstalledShops(db: Reader): Promise<readonly Shop[]> {
  return db.$queryRaw<Shop[]>`SELECT * FROM "Shop" WHERE "uninstalledAt" IS NULL ORDER BY "id"`;
}

/** What stands at the foot of every mail. */
export async function saveLegalDetails(
  tx: Tx,
  shopId: number,
  details: { readonly legalName: string; readonly postalAddress: string },
): Promise<void> {
  await tx.shop.update({
    where: { id: shopId },
    data: { legalName: details.legalName, postalAddress: details.postalAddress },
  });
}

export async function saveGuideDismissed(tx: Tx, shopId: number, at: Date): Promise<void> {
  await tx.shop.update({ where: { id: shopId }, data: { guideDismissedAt: at } });
}

/** A new shop, or one that has come back: then it counts as installed anew. @returns its id */
export async function saveInstall(
  tx: Tx,
  install: { readonly domain: string; readonly scopes: string; readonly at: Date },
): Promise<number> {
  const { domain, scopes, at } = install;
  const known = await tx.shop.findUnique({ where: { domain } });
  if (!known) return (await tx.shop.create({ data: { domain, scopes, installedAt: at } })).id;
  // A new installation starts on the declared path, whatever the last one was renamed to.
  const anew = { installedAt: at, uninstalledAt: null, proxyPath: FIRST_PROXY_PATH, proxyHeardAt: null };
  await tx.shop.update({ where: { domain }, data: { scopes, ...(known.uninstalledAt && anew) } });
  return known.id;
}

/** What the shop says of itself. */
export async function saveSettings(
  tx: Tx,
  shopId: number,
  settings: Pick<Shop, 'name' | 'currency' | 'timeZone' | 'country' | 'scopes'>,
): Promise<void> {
  await tx.shop.update({ where: { id: shopId }, data: settings });
}

/**
 * The shop has left: no session, nothing to fetch, every switch off, so that nothing acts by itself when it comes back. Its
 * rows stay until it is erased.
 */
export async function saveUninstall(tx: Tx, shopId: number, at: Date): Promise<void> {
  const shop = await tx.shop.update({ where: { id: shopId }, data: { uninstalledAt: at } });
  await tx.session.deleteMany({ where: { shop: shop.domain } });
  await tx.dirtyOrder.deleteMany({ where: { shopId } });
  for (const { name } of await tx.tactic.findMany({ where: { shopId, state: { not: 'off' } } })) {
    await tx.tactic.update({
      where: { shopId_name: { shopId, name } },
      data: { state: 'off', changedAt: at },
    });
    await tx.tacticChange.create({ data: { shopId, tactic: name, change: 'switched-off', at } });
  }
}
