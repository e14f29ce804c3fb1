import { isSafeHandle } from './safe-handle';

/** What the catalogue says of a product that somebody may be shown. */
export interface ShownProduct {
  readonly handle: string;
  /** In the online store. */
  readonly isLive: boolean;
  readonly deletedAt: Date | null;
  /** Can be bought now. */
  readonly isAvailable: boolean;
  readonly isSensitive: boolean;
}

/** Public: a page that anybody may look at over the shopper's shoulder. Private: what only the shopper opens, as a mail is. */
export type Place = 'public' | 'private';

/** Whether a shopper may be told of a product, in stock or not. In SQL: NAMED_IN_PUBLIC (shown-product-store). */
export function mayBeNamed(product: Omit<ShownProduct, 'isAvailable'>, place: Place): boolean {
  if (!product.isLive || product.deletedAt !== null || !isSafeHandle(product.handle)) return false;
  return place === 'private' || !product.isSensitive;
}

/** Whether a shopper may be shown a product, to buy it now. In SQL: SHOWN_IN_PUBLIC (shown-product-store). */
export function mayBeShown(product: ShownProduct, place: Place): boolean {
  return product.isAvailable && mayBeNamed(product, place);
}
