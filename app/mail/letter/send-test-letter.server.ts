import { withoutAddresses } from '../../email/without-addresses';
import { MailRefused, type Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import type { Letter } from '../kinds';
import { shortWords } from '../outbox/sending-pause';
import { senderOf } from './sender';

export type TestLetterAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown-result' }
  | { readonly ok: false; readonly reason: 'refused'; readonly said: string };

/** A test goes to whatever address is typed: not often enough to bother anybody. */
export const TESTS_OF_SHOP = { max: 10, windowMs: 3_600_000 };

/** Sends a letter to the merchant themselves, past the ledger: it is about nobody, and its links lead nowhere. */
export async function sendTestLetter(
  ports: Pick<Ports, 'mailer' | 'limits' | 'config' | 'random' | 'log'>,
  about: { readonly shop: Shop; readonly to: string; readonly letter: Letter },
): Promise<TestLetterAnswer> {
  const { shop, to, letter } = about;
  if (!ports.limits.allow(`test-letter:${shop.id}`, TESTS_OF_SHOP)) return { ok: false, reason: 'too-many' };
  try {
    const mail = {
      ...letter,
      subject: `[Test] ${letter.subject}`,
      to,
      from: senderOf(shop.name, ports.config.mailFrom),
      messageId: `test-${ports.random.id()}`,
      headers: {},
    };
    await ports.mailer.send(mail, async () => undefined);
    return { ok: true };
  } catch (error) {
    // Never the error itself: mail servers and their errors name the recipient.
    const said = withoutAddresses(shortWords(error instanceof Error ? error.message : String(error)));
    if (error instanceof MailRefused) return { ok: false, reason: 'refused', said };
    ports.log.warn({ shopId: shop.id, said }, 'A test letter may or may not have been sent');
    return { ok: false, reason: 'unknown-result' };
  }
}
