import { createPrivateKey, createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { mustBe } from './must-be';

/** By what ways bounces and complaints come back; null: not set up. */
export interface MailReturnsConfig {
  readonly address: string | null;
  readonly imapUrl: string | null;
  readonly secret: string | null;
  readonly sesTopic: string | null;
  /** `user:password` */
  readonly postmark: string | null;
  readonly mailgunKey: string | null;
  /** SPKI, DER, base64 */
  readonly sendgridKey: string | null;
}

export interface DkimConfig {
  readonly domain: string;
  readonly selector: string;
  /** PEM */
  readonly privateKey: string;
}

export interface MailConfig {
  readonly mailReturns: MailReturnsConfig;
  readonly dkim: DkimConfig | null;
  /** 0: no limit. */
  readonly mailPerMinute: number;
  /** Mails of a shop's first day of sending; 0: no limit. */
  readonly mailFirstDay: number;
}

function isMailbox(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  return (protocol === 'imap:' || protocol === 'imaps:') && hostname !== '' && username !== '';
}

/** A key as a .env file holds it: its line ends may be written as \\n. */
function readPrivateKey(text: string): string | null {
  try {
    return createPrivateKey(text.replaceAll('\\n', '\n')).export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    return null;
  }
}

/** As SendGrid shows it: base64 of the key alone. */
function isPublicKey(base64: string): boolean {
  try {
    return (
      createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
        .asymmetricKeyType === 'ec'
    );
  } catch {
    return false;
  }
}

const A_DKIM_KEY = mustBe('a private RSA or Ed25519 key in PEM form, its line ends as \\n');
const privateKey = z.string(A_DKIM_KEY).transform((text, context): string => {
  const read = readPrivateKey(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: A_DKIM_KEY.error({ input: '' }) });
  return z.NEVER;
});
const A_COUNT = mustBe('a whole number, 0 for no limit');
const count = z.coerce.number(A_COUNT).int(A_COUNT).min(0, A_COUNT);
const A_SECRET = mustBe('at least 20 characters that nobody can guess');
const secret = z.string(A_SECRET).min(20, A_SECRET);
const A_SENDGRID_KEY = mustBe('the verification key of SendGrid’s signed event webhook');
const A_MAILBOX = mustBe('imaps://user:password@host/INBOX');
const A_TOPIC = mustBe('the ARN of the SNS topic, arn:aws:sns:REGION:ACCOUNT:NAME');

/** What the environment may say of mail that comes back and of how mail is sent, beside the server itself. */
export function mailFields(isProduction: boolean) {
  return {
    /** Bounces come back to this address, with the message's id behind a +. */
    MAIL_RETURN_ADDRESS: z.email(mustBe('the address that bounces come back to')).optional(),
    /** A mailbox that bounces and reports of spam come to. */
    MAIL_RETURN_IMAP: z.string(A_MAILBOX).refine(isMailbox, A_MAILBOX).optional(),
    /** Opens the door for mail servers that post such mails. */
    MAIL_RETURN_SECRET: secret.optional(),
    MAIL_RETURN_SES_TOPIC: z
      .string()
      .regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+(\.fifo)?$/, A_TOPIC)
      .optional(),
    MAIL_RETURN_POSTMARK: z
      .string()
      .regex(
        /^[^:]+:.{16,}$/,
        mustBe('user:password, as in the address you give Postmark; 16 characters or more'),
      )
      .optional(),
    MAIL_RETURN_MAILGUN: z.string().min(16, mustBe('Mailgun’s HTTP webhook signing key')).optional(),
    MAIL_RETURN_SENDGRID: z.string().refine(isPublicKey, A_SENDGRID_KEY).optional(),
    /** Signs mail with DKIM, where the mail server does not. */
    MAIL_DKIM_DOMAIN: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, mustBe('a domain'))
      .optional(),
    MAIL_DKIM_SELECTOR: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, mustBe('a DKIM selector'))
      .optional(),
    MAIL_DKIM_KEY: privateKey.optional(),
    /** Mails a shop may hand over in a minute, and on its first day; the latter doubles day by day for two weeks. */
    MAIL_PER_MINUTE: count.default(0),
    MAIL_FIRST_DAY: count.default(isProduction ? 500 : 0),
  };
}

type MailFields = z.infer<z.ZodObject<ReturnType<typeof mailFields>>>;

export function mailConfigOf(value: MailFields): MailConfig {
  return {
    mailReturns: {
      address: value.MAIL_RETURN_ADDRESS ?? null,
      imapUrl: value.MAIL_RETURN_IMAP ?? null,
      secret: value.MAIL_RETURN_SECRET ?? null,
      sesTopic: value.MAIL_RETURN_SES_TOPIC ?? null,
      postmark: value.MAIL_RETURN_POSTMARK ?? null,
      mailgunKey: value.MAIL_RETURN_MAILGUN ?? null,
      sendgridKey: value.MAIL_RETURN_SENDGRID ?? null,
    },
    dkim: dkimOf(value),
    mailPerMinute: value.MAIL_PER_MINUTE,
    mailFirstDay: value.MAIL_FIRST_DAY,
  };
}

/** Three fields that mean nothing alone. */
export function checkDkim(value: MailFields, context: z.RefinementCtx): void {
  const signing = [value.MAIL_DKIM_DOMAIN, value.MAIL_DKIM_SELECTOR, value.MAIL_DKIM_KEY];
  if (!signing.some(Boolean) || signing.every(Boolean)) return;
  context.addIssue({
    code: 'custom',
    path: ['MAIL_DKIM_KEY'],
    message: 'signs only together with MAIL_DKIM_DOMAIN and MAIL_DKIM_SELECTOR: set all three or none',
  });
}

function dkimOf(value: MailFields): DkimConfig | null {
  const { MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_KEY: key } = value;
  return domain && selector && key ? { domain, selector, privateKey: key } : null;
}
