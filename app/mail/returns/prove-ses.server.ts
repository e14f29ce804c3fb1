import type { Ports } from '../../ports';
import { parseJson, provenOr } from './prove-returns.server';
import { readSes } from './read-ses';
import type { PostedReturn, Proven } from './proven';
import { isTimely } from './returned-mail';
import { isSame } from './signatures';
import {
  isCertificateAddress,
  isSignedBySns,
  isSnsAddress,
  snsMessage,
  type SnsMessage,
} from './sns-message';

/** Anybody may name a certificate that is not there yet; so many are asked for, and no more. */
const CERTIFICATES = { max: 30, windowMs: 60_000 };

/**
 * A message of Amazon SNS from the topic that is set up, signed by Amazon; then what SES says in it. A subscription of that
 * topic is confirmed.
 */
export async function proveSes(
  ports: Pick<Ports, 'config' | 'clock' | 'limits' | 'sns'>,
  { body }: PostedReturn,
): Promise<Proven> {
  const { sesTopic } = ports.config.mailReturns;
  if (!sesTopic) return { state: 'not-set-up' };
  const parsed = snsMessage.safeParse(parseJson(body));
  if (!parsed.success) return { state: 'malformed', why: 'This is no message of Amazon SNS.' };
  const message = parsed.data;
  // Anybody can sign with SNS: with a topic of their own.
  if (!isSame(message.TopicArn, sesTopic)) return { state: 'unauthorized', why: 'It is of another topic.' };
  if (!isTimely(new Date(message.Timestamp), ports.clock.wall()))
    return { state: 'unauthorized', why: 'It was signed too long ago, or in the future.' };
  if (!isCertificateAddress(message.SigningCertURL))
    return { state: 'unauthorized', why: 'Its certificate is not at an address of Amazon SNS.' };
  const signed = await isSigned(ports, message);
  if (signed === null) return { state: 'come-again', why: 'Its certificate could not be fetched now.' };
  if (!signed) return { state: 'unauthorized', why: 'The signature does not fit.' };
  switch (message.Type) {
    case 'SubscriptionConfirmation':
      return confirm(ports, message);
    case 'UnsubscribeConfirmation':
      return { state: 'proven', returns: [] };
    case 'Notification':
      return readNotification(message);
  }
}

/** @returns null when the certificate cannot be had now */
async function isSigned(
  { sns, limits, clock }: Pick<Ports, 'sns' | 'limits' | 'clock'>,
  message: SnsMessage,
): Promise<boolean | null> {
  if (!limits.allow('sns-certificate', CERTIFICATES)) return null;
  try {
    const certificate = await sns.certificate(message.SigningCertURL);
    return certificate !== null && isSignedBySns(message, certificate, clock.wall());
  } catch {
    return null;
  }
}

async function confirm({ sns }: Pick<Ports, 'sns'>, { SubscribeURL }: SnsMessage): Promise<Proven> {
  if (!SubscribeURL || !isSnsAddress(SubscribeURL))
    return { state: 'malformed', why: 'It names no address of Amazon SNS to confirm at.' };
  try {
    await sns.confirm(SubscribeURL);
  } catch {
    return { state: 'come-again', why: 'The subscription could not be confirmed now.' };
  }
  return { state: 'proven', returns: [] };
}

/** SNS and SES say once, in words alone, that a topic was set up. */
function readNotification({ Message }: SnsMessage): Proven {
  if (/^(Successfully validated SNS topic|Amazon SES )/.test(Message))
    return { state: 'proven', returns: [] };
  return provenOr(readSes(parseJson(Message)), 'notification of Amazon SES');
}
