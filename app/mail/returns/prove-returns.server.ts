/** Who posted it, before anything of it is believed; then what it says. One function for each way without a network. */
import type { Ports } from '../../ports';
import { mailgunBody, readMailgun } from './read-mailgun';
import { readPostmark } from './read-postmark';
import { readReport } from './read-report';
import { readSendgrid } from './read-sendgrid';
import type { PostedReturn, Proven } from './proven';
import { isTimely, type ReturnedMail } from './returned-mail';
import { carriesSecret, isMailgunSignature, isSendgridSignature } from './signatures';

type Known = Pick<Ports, 'config' | 'clock'>;

const NOT_SET_UP: Proven = { state: 'not-set-up' };
const WRONG_SECRET: Proven = {
  state: 'unauthorized',
  why: 'The user or the password is not the one that is set up.',
};
const WRONG_SIGNATURE: Proven = { state: 'unauthorized', why: 'The signature does not fit.' };
const TOO_OLD: Proven = { state: 'unauthorized', why: 'It was signed too long ago, or in the future.' };

/** JSON, or undefined. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

export function provenOr(returns: readonly ReturnedMail[] | null, what: string): Proven {
  return returns ? { state: 'proven', returns } : { state: 'malformed', why: `This is no ${what}.` };
}

export async function provePostmark({ config }: Known, { headers, body }: PostedReturn): Promise<Proven> {
  const { postmark } = config.mailReturns;
  if (!postmark) return NOT_SET_UP;
  if (!carriesSecret(headers.get('authorization'), postmark)) return WRONG_SECRET;
  return provenOr(readPostmark(parseJson(body)), 'webhook of Postmark');
}

export async function proveMailgun({ config, clock }: Known, { body }: PostedReturn): Promise<Proven> {
  const { mailgunKey } = config.mailReturns;
  if (!mailgunKey) return NOT_SET_UP;
  const parsed = mailgunBody.safeParse(parseJson(body));
  if (!parsed.success) return { state: 'malformed', why: 'This is no webhook of Mailgun.' };
  const { token, timestamp: stamp, signature, 'parent-signature': parent } = parsed.data.signature;
  const timestamp = String(stamp);
  const isSigned = [signature, ...(parent ? [parent] : [])].some((given) =>
    isMailgunSignature({ timestamp, token }, given, mailgunKey),
  );
  if (!isSigned) return WRONG_SIGNATURE;
  if (!isTimely(new Date(Number(timestamp) * 1000), clock.wall())) return TOO_OLD;
  return provenOr(readMailgun(parsed.data['event-data']), 'event of Mailgun');
}

export async function proveSendgrid(
  { config, clock }: Known,
  { headers, body }: PostedReturn,
): Promise<Proven> {
  const { sendgridKey } = config.mailReturns;
  if (!sendgridKey) return NOT_SET_UP;
  const signature = headers.get('x-twilio-email-event-webhook-signature') ?? '';
  const timestamp = headers.get('x-twilio-email-event-webhook-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !isSendgridSignature({ timestamp, body }, signature, sendgridKey))
    return WRONG_SIGNATURE;
  if (!isTimely(new Date(Number(timestamp) * 1000), clock.wall())) return TOO_OLD;
  return provenOr(readSendgrid(parseJson(body)), 'batch of SendGrid’s events');
}

/** A bounce or a report of spam as it arrived, posted by a mail server. Any other mail is taken and says nothing. */
export async function proveMail({ config }: Known, { headers, body }: PostedReturn): Promise<Proven> {
  const { secret } = config.mailReturns;
  if (!secret) return NOT_SET_UP;
  if (!carriesSecret(headers.get('authorization'), secret)) return WRONG_SECRET;
  if (!/^[\w-]+:/m.test(body)) return { state: 'malformed', why: 'This is no mail: it has no headers.' };
  return { state: 'proven', returns: await readReport(Buffer.from(body)) };
}
