import type { Id } from '../../world/types';
import { addLine, emptyCart, setAttributes, setDiscountCode, setNote, type Cart } from './cart';

export interface Permalink {
  readonly lines: readonly { variantId: Id; quantity: number }[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly note: string;
  readonly discountCode: string | null;
  /** True: land on the cart page (`storefront=true`); false: go on to checkout. */
  readonly toCart: boolean;
}

/**
 * Reads `/cart/{variant}:{quantity},…?storefront=true&discount=code&attributes[name]=value`.
 * @returns null when the path is no permalink.
 */
export function readPermalink(url: URL): Permalink | null {
  const path = /^\/cart\/((?:\d+:\d+)(?:,\d+:\d+)*)$/.exec(decodeURIComponent(url.pathname));
  if (!path?.[1]) return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    const attribute = /^attributes\[(.+)\]$/.exec(name)?.[1];
    if (attribute) attributes[attribute] = value;
  }
  return {
    lines: path[1].split(',').map((pair) => {
      const [variantId = '', quantity = '1'] = pair.split(':');
      return { variantId, quantity: Number(quantity) };
    }),
    attributes,
    note: url.searchParams.get('note') ?? '',
    discountCode: url.searchParams.get('discount'),
    toCart: url.searchParams.get('storefront') === 'true',
  };
}

/** A permalink fills a new cart: what was in the old one is not mixed in. */
export function cartFromPermalink(link: Permalink, sells: (variantId: Id) => boolean): Cart {
  const filled = link.lines
    .filter((line) => line.quantity > 0 && sells(line.variantId))
    .reduceRight(addLine, emptyCart());
  const marked = setNote(setAttributes(filled, link.attributes), link.note);
  return setDiscountCode(marked, link.discountCode);
}
