import type { Reader, Tx } from '../ports';
import type { Shop } from './shop';

/** A shop by its domain, installed or not. */
export async function loadShopByDomain(db: Reader, domain: string): Promise<Shop | null> {
  return db.shop.findUnique({ where: { domain } });
}

export async function loadShop(db: Reader, shopId: number): Promise<Shop | null> {
  return db.shop.findUnique({ where: { id: shopId } });
}

/** Every shop that has Larder now, oldest first. */
export async function listInstalledShops(db: Reader): Promise<readonly Shop[]> {
  return db.shop.findMany({ where: { uninstalledAt: null }, orderBy: { id: 'asc' } });
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
