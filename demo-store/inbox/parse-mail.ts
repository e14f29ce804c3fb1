import { randomBytes } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { ReceivedMail } from '../world/types';

/**
 * Reads a message as it came over SMTP.
 * @param envelope the addresses of the SMTP dialogue; they win over the headers, as only they say who really gets it.
 */
export async function parseMail(
  raw: Buffer,
  envelope: { from: string; to: string },
  receivedAt: number,
): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return {
    id: randomBytes(9).toString('base64url'),
    receivedAt,
    to: envelope.to,
    from: mail.from?.name
      ? `${mail.from.name} <${mail.from.address ?? ''}>`
      : (mail.from?.address ?? envelope.from),
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    headers: mail.headers.map(({ originalKey, key, value }) => ({ key: originalKey ?? key, value })),
    read: false,
  };
}

/** The first value of a header, whatever its case; null when it is not there. */
export function headerOf(mail: Pick<ReceivedMail, 'headers'>, name: string): string | null {
  return mail.headers.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value ?? null;
}
