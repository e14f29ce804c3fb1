import type { Id, ReceivedMail } from './types';

/** What a reader sees that a mail is about: where its links lead. */
export interface Letter {
  readonly cartVariantIds: ReadonlySet<Id>;
  readonly productHandles: ReadonlySet<string>;
  readonly discountCode: string | null;
}

/** Reads the links into the shop, also where they are escaped. */
export function readLetter({ html, text }: Pick<ReceivedMail, 'html' | 'text'>): Letter {
  const content = `${html}\n${text}`;
  const handles = content.matchAll(/\/products\/([\w%-]+)/g);
  const code = /[?&;]discount=([\w%.-]+)|\/discount\/([\w%.-]+)/.exec(content);
  return {
    cartVariantIds: cartVariants(content),
    productHandles: new Set([...handles].map(([, handle = '']) => decode(handle))),
    discountCode: code ? decode(code[1] ?? code[2] ?? '') : null,
  };
}

/** Variant ids of cart permalinks (`/cart/<variant>:<quantity>,…`). */
function cartVariants(content: string): Set<Id> {
  const links = content.matchAll(/\/cart\/(\d+(?::|%3A)\d+(?:(?:,|%2C)\d+(?::|%3A)\d+)*)/gi);
  const ids = new Set<Id>();
  for (const [, items = ''] of links) {
    for (const item of items.split(/,|%2C/i)) ids.add(item.split(/:|%3A/i)[0] ?? '');
  }
  return ids;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
