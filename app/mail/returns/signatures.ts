import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSame(given: string, known: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(known));
}

/** Whether an Authorization header carries a secret: as Basic's `user:password`, or as what follows Bearer. */
export function carriesSecret(header: string | null, secret: string): boolean {
  const [, scheme = '', given = ''] = /^\s*(\w+)\s+(\S+)\s*$/.exec(header ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return isSame(given, secret);
  if (!/^basic$/i.test(scheme)) return false;
  const plain = Buffer.from(given, 'base64').toString('utf8');
  // A mail server may have only a password to give, whatever its user is called.
  return isSame(plain, secret) || isSame(plain.slice(plain.indexOf(':') + 1), secret);
}

/** Mailgun: HMAC-SHA256 over timestamp and token, in hexadecimal. */
export function isMailgunSignature(
  signed: { readonly timestamp: string; readonly token: string },
  signature: string,
  key: string,
): boolean {
  const made = createHmac('sha256', key)
    .update(signed.timestamp + signed.token)
    .digest('hex');
  return isSame(signature.toLowerCase(), made);
}

/** SendGrid: ECDSA over timestamp and raw body. @param key SPKI, DER, base64 */
export function isSendgridSignature(
  signed: { readonly timestamp: string; readonly body: string },
  signature: string,
  key: string,
): boolean {
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return verify(
    'sha256',
    Buffer.from(signed.timestamp + signed.body),
    publicKey,
    Buffer.from(signature, 'base64'),
  );
}
