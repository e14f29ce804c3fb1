const NO = /^(no|false|0|off)?$/i;

/**
 * Whether an order was bought for somebody else. Themes and gift apps leave a note or a tick among its attributes: "Gift
 * note", "gift_wrap", "Is this a gift?".
 */
export function isGiftOrder(
  attributes: readonly { readonly key: string; readonly value: string | null }[],
): boolean {
  return attributes.some(({ key, value }) => /(^|[^a-z])gift/i.test(key) && !NO.test((value ?? '').trim()));
}

/** Attributes as an order export writes them: `key: value`, one to a line. */
export function readNoteAttributes(
  text: string,
): readonly { readonly key: string; readonly value: string }[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    return at < 0 ? [] : [{ key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }];
  });
}
