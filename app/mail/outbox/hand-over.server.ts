import { withoutAddresses } from '../../email/without-addresses';
import { MailRefused, type MailRefusal, type OutgoingMail, type Ports } from '../../ports';
import { shortWords } from './sending-pause';

export type HandedOver =
  | { readonly result: 'sent'; readonly providerId: string }
  | { readonly result: 'refused'; readonly refusal: MailRefusal; readonly said: string }
  | { readonly result: 'unknown' };

/** Gives a mail to the server and says what is certain about it. Never throws. */
export async function handOver(
  ports: Pick<Ports, 'mailer' | 'log'>,
  mail: OutgoingMail,
): Promise<HandedOver> {
  try {
    const { providerId } = await ports.mailer.send(mail);
    return { result: 'sent', providerId };
  } catch (error) {
    // Never the error itself: mail servers and their errors name the recipient.
    const reason = withoutAddresses(shortWords(error instanceof Error ? error.message : String(error)));
    if (error instanceof MailRefused) {
      const { refusal } = error;
      ports.log.warn({ messageId: mail.messageId, refusal, reason }, 'A mail was refused');
      return { result: 'refused', refusal, said: reason };
    }
    ports.log.error(
      { messageId: mail.messageId, reason },
      'A mail may or may not have been sent; it is held',
    );
    return { result: 'unknown' };
  }
}
