/**
 * How a message is known again when it comes back. Its own Message-ID is enough for most; Amazon and Postmark put one of
 * theirs in its place, a mailbox keeps only the address that a bounce was sent to.
 */

/** The envelope's sender: `bounces+6d31…@domain`. In hexadecimal, because some servers write addresses in small letters. */
export function returnTo(address: string, messageId: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${Buffer.from(messageId).toString('hex')}${address.slice(at)}`;
}

/** The message's id out of an address made by `returnTo`, or null. */
export function idOfReturn(address: string): string | null {
  const hex = /\+((?:[0-9a-f]{2}){8,40})@/i.exec(address)?.[1];
  return hex === undefined ? null : Buffer.from(hex, 'hex').toString('utf8');
}

export const ID_HEADER = 'X-Larder-Message';
/** What Postmark gives back in its webhooks, by the name behind `X-PM-Metadata-`. */
export const POSTMARK_METADATA = 'larder-message';

/** Headers that bring the id back. */
export function idHeaders(smtpHost: string, messageId: string): Readonly<Record<string, string>> {
  const isPostmark = /(^|\.)postmarkapp\.com$/i.test(smtpHost);
  return {
    [ID_HEADER]: messageId,
    ...(isPostmark ? { [`X-PM-Metadata-${POSTMARK_METADATA}`]: messageId } : {}),
  };
}

/** The id out of a Message-ID of ours, `<id@domain>` with or without brackets. */
export function idOfMessageId(value: string): string | null {
  return /^\s*<?([\w-]{8,40})@/.exec(value)?.[1] ?? null;
}
