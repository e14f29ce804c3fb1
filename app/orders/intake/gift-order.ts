import * as about from './gift-words';

/**
 * Whether an order was bought for somebody else. Themes and gift apps leave a tick, a choice or a message among its
 * attributes: "Gift note", "gift_wrap", "Is this a gift?". The key has to speak of a gift that the order is (not of one that
 * the shop adds, nor of money), and the value has to affirm it or to say something.
 */
export function isGiftOrder(
  attributes: readonly { readonly key: string; readonly value: string | null }[],
): boolean {
  return attributes.some(({ key, value }) => {
    const asked = askedBy(wordsOf(key.slice(0, READ_OF_EACH)));
    return asked !== null && isSaid(asked, (value ?? '').trim().slice(0, READ_OF_EACH));
  });
}

/**
 * What a key and the beginning of a message are told by, in characters. Anybody can write into a cart, and letters under heaps
 * of accents take the square of their number to be taken apart.
 */
const READ_OF_EACH = 500;

/** A message may begin with any word; an option that begins with a no is declined. A card may also be money. */
type Asked = 'option' | 'message' | 'card';

function askedBy(key: readonly string[]): Asked | null {
  const has = (pattern: RegExp) => key.some((word) => pattern.test(word));
  if (key.some((word) => about.NO.has(word))) return null;
  const isWrapped = has(about.WRAPPED) && !key.some((word) => about.WRAPPED_OTHERWISE.has(word));
  const isCardMessage = has(about.CARD) && has(about.MESSAGE);
  if (!has(about.GIFT) && !isWrapped && !isCardMessage) return null;
  if (has(about.MESSAGE)) return 'message';
  if (has(about.WRAPPING)) return 'option';
  if (has(about.MONEY) || has(about.FROM_THE_SHOP)) return null;
  return has(about.CARD) ? 'card' : 'option';
}

function isSaid(asked: Asked, value: string): boolean {
  if (/[✓✔☑✅]/u.test(value)) return true;
  if (/^n\.?[/ ]?a\.?$/i.test(value) || /^\D*0+(?:[.,]0+)?\D*$/.test(value)) return false;
  const words = wordsOf(value);
  const [first] = words;
  if (first === undefined) return false;
  if (asked === 'card' && /\d/.test(value)) return false;
  const isOnlyNo = words.every((word) => about.NO.has(word) || isBesideNo(word));
  const isDeclined =
    asked === 'message' ? isOnlyNo && words.some((word) => about.NO.has(word)) : about.NO.has(first);
  return !isDeclined && !words.every((word) => about.NO.has(word));
}

function isBesideNo(word: string): boolean {
  const isAbout = [about.GIFT, about.WRAPPING, about.MESSAGE, about.CARD].some((pattern) =>
    pattern.test(word),
  );
  return about.BESIDE_NO.has(word) || isAbout;
}

/** Lower case, without accents, cut at everything that is no letter or digit, and where `giftMessage` begins a new word. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øł]/g, (letter) => (letter === 'ø' ? 'o' : 'l'))
    .replaceAll('ß', 'ss')
    .normalize('NFC');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Attributes as an order export writes them: `key: value`, one to a line. */
export function readNoteAttributes(
  text: string,
): readonly { readonly key: string; readonly value: string }[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const at = line.indexOf(':');
    return at < 0 ? [] : [{ key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }];
  });
}
