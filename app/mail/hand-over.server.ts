import { withoutAddresses } from '../email/without-addresses';
import type { OutgoingMail, Ports } from '../ports';

export type HandedOver =
  | { readonly result: 'sent'; readonly providerId: string }
  | { readonly result: 'refused'; readonly permanent: boolean }
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
    const reason = withoutAddresses(error instanceof Error ? error.message : String(error));
    // By name: a bundler may have made a second copy of the class.
    if (error instanceof Error && error.name === 'MailRefused') {
      ports.log.warn({ messageId: mail.messageId, reason }, 'A mail was refused');
      return { result: 'refused', permanent: 'permanent' in error && error.permanent === true };
    }
    ports.log.error(
      { messageId: mail.messageId, reason },
      'A mail may or may not have been sent; it is held',
    );
    return { result: 'unknown' };
  }
}
