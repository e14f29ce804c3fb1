import type { Shop } from '../shops/shop';

/** Every mail of ours names its sender; a shop that has not said who it is sends none. */
export function mayMail(shop: Pick<Shop, 'legalName' | 'postalAddress'>): boolean {
  return Boolean(shop.legalName?.trim() && shop.postalAddress?.trim());
}
