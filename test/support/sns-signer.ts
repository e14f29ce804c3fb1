/** Signs messages as Amazon SNS does, with a key and a certificate made for the test. */
import { createSign, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { signedText, type SnsMessage } from '../../app/mail/returns/sns-message';

export const CERTIFICATE_URL = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-test.pem';
export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:larder-returns';

export interface SnsSigner {
  /** PEM */
  readonly certificate: string;
  /** The body that SNS would post. */
  post(message: Partial<SnsMessage>, version?: '1' | '2'): string;
}

export function makeSnsSigner(at: Date, valid: { readonly from: Date; readonly to: Date }): SnsSigner {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    certificate: selfSigned(privateKey, publicKey, valid),
    post(given, version = '2') {
      const message: SnsMessage = {
        Type: 'Notification',
        MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
        TopicArn: TOPIC,
        Message: '{}',
        Timestamp: at.toISOString(),
        SignatureVersion: version,
        Signature: '',
        SigningCertURL: CERTIFICATE_URL,
        ...given,
      };
      const made = createSign(version === '2' ? 'RSA-SHA256' : 'RSA-SHA1').update(signedText(message));
      return JSON.stringify({ ...message, Signature: made.sign(privateKey, 'base64') });
    },
  };
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const bytes: number[] = [];
  for (let left = body.length; left > 0; left >>= 8) bytes.unshift(left & 0xff);
  const length = body.length < 128 ? [body.length] : [0x80 | bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

/** The smallest X.509 certificate that Node reads: no library of the house makes one. */
function selfSigned(
  privateKey: KeyObject,
  publicKey: KeyObject,
  { from, to }: { readonly from: Date; readonly to: Date },
): string {
  // sha256WithRSAEncryption, NULL
  const algorithm = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
  const name = der(
    0x30,
    der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('sns.amazonaws.com')))),
  );
  const time = (instant: Date) =>
    der(0x18, Buffer.from(`${instant.toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
