import { withoutAddresses } from '../../email/without-addresses';
import { MailRefused, type MailRefusal, type OutgoingMail, type Ports } from '../../ports';
import { shortWords } from './sending-pause';

export type HandedOver =
  | { readonly result: 'sent'; readonly providerId: string }
  | { readonly result: 'refused'; readonly refusal: MailRefusal; readonly said: string }
  | { readonly result: 'unknown' }
  /** The mark before it could not be made: the server got nothing. */
  | { readonly result: 'not-begun' };

/**
 * Gives a mail to the server and says what is certain about it. Never throws.
 * @param mark keeps, before the server gets the first byte, that it may have the mail from then on; false: it may not be sent
 */
export async function handOver(
  ports: Pick<Ports, 'mailer' | 'log'>,
  mail: OutgoingMail,
  mark: () => Promise<boolean>,
): Promise<HandedOver> {
  let isStopped = false;
  const beforeContent = async () => {
    isStopped = true;
    if (!(await mark())) throw new Error('Another deliverer has taken the message over');
    isStopped = false;
  };
  try {
    const { providerId } = await ports.mailer.send(mail, beforeContent);
    return { result: 'sent', providerId };
  } catch (error) {
    // Never the error itself: mail servers and their errors name the recipient.
    const reason = withoutAddresses(shortWords(error instanceof Error ? error.message : String(error)));
    if (error instanceof MailRefused) {
      const { refusal } = error;
      ports.log.warn({ messageId: mail.messageId, refusal, reason }, 'A mail was refused');
      return { result: 'refused', refusal, said: reason };
    }
    if (isStopped) {
      ports.log.warn({ messageId: mail.messageId, reason }, 'A mail was not handed over');
      return { result: 'not-begun' };
    }
    ports.log.error(
      { messageId: mail.messageId, reason },
      'A mail may or may not have been sent; it is held',
    );
    return { result: 'unknown' };
  }
}
