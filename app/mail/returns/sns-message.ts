import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const line = z.string().max(2_000);

/** What Amazon SNS posts (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). */
export const snsMessage = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: line.min(1),
  TopicArn: line,
  Message: z.string(),
  Subject: z.string().nullish(),
  Timestamp: z.iso.datetime({ offset: true }),
  SignatureVersion: z.enum(['1', '2']),
  Signature: line,
  SigningCertURL: line,
  SubscribeURL: line.optional(),
  Token: line.optional(),
});

export type SnsMessage = z.infer<typeof snsMessage>;

const HOST = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?$/;

/** Whether an address is Amazon SNS's own: nothing is fetched, and no subscription confirmed, anywhere else. */
export function isSnsAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return protocol === 'https:' && HOST.test(hostname) && port === '' && username === '' && password === '';
}

/** Whether it may be fetched as the certificate that signed a message. */
export function isCertificateAddress(address: string): boolean {
  return isSnsAddress(address) && new URL(address).pathname.endsWith('.pem');
}

/** The fields that are signed, by type, in this order; one that is not there is left out. */
const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const;

/** What Amazon signs of a message. */
export function signedText(message: SnsMessage): string {
  return SIGNED[message.Type]
    .map((name) => [name, message[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join('');
}

/**
 * Whether a certificate of Amazon's signed a message. That the certificate is Amazon's is known by where it was fetched
 * from; here it must be valid at `wall` and fit the signature.
 */
export function isSignedBySns(message: SnsMessage, certificatePem: string, wall: Date): boolean {
  try {
    const certificate = new X509Certificate(certificatePem);
    if (wall < new Date(certificate.validFrom) || wall > new Date(certificate.validTo)) return false;
    return verify(
      message.SignatureVersion === '2' ? 'sha256' : 'sha1',
      Buffer.from(signedText(message)),
      certificate.publicKey,
      Buffer.from(message.Signature, 'base64'),
    );
  } catch {
    return false;
  }
}
