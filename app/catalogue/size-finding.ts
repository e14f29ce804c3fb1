import type { PackSize } from './pack-size';
import { withoutNamedNumbers } from './named-numbers';
import { unreadNumbers } from './sizes/unread-numbers';

export interface VariantSize {
  readonly title: string;
  readonly pack: PackSize | null;
}

/** What a merchant should mend so that Larder can read how much a product holds. */
export interface SizeFinding {
  /** Variants without a readable size; each counts as the usual one. */
  readonly unread: readonly string[];
  /** How many variants there are. */
  readonly of: number;
}

/**
 * The finding "this product's size cannot be read": where a size seems to be meant, by a number that nothing was made of or
 * by other variants that have one. A product that names no number anywhere, or one that is a name (`Route 66`), is left in
 * peace: there may be no size to name.
 * @param title of the product
 */
export function sizeFinding(title: string, variants: readonly VariantSize[]): SizeFinding | null {
  const unread = variants.filter(({ pack }) => pack === null).map((variant) => variant.title);
  if (unread.length === 0) return null;
  const isMeant =
    unread.length < variants.length ||
    [title, ...unread].some((text) => unreadNumbers(withoutNamedNumbers(text)) > 0);
  return isMeant ? { unread, of: variants.length } : null;
}
