import type { OutgoingMail, Ports, Tx } from '../../ports';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import { type LetterItem, type MailKind, type MailSubject } from '../kinds';
import { loadLetterhead } from '../letter/letterhead-store.server';
import { languageOf } from '../letter/locale';
import { saveLinks } from '../links/link-store.server';
import { reorderAddress } from '../letter/reorder-address';
import { type PlannedMessage } from './outbox-store.server';
import { senderOf } from '../letter/sender';

/** Writes the letter and keeps its links. */
export async function writeMail(
  ports: Pick<Ports, 'clock' | 'config' | 'random'>,
  tx: Tx,
  about: {
    row: PlannedMessage;
    kind: MailKind;
    shop: Shop;
    subject: MailSubject;
    email: string;
    items: readonly LetterItem[];
  },
): Promise<OutgoingMail> {
  const { row, kind, shop, subject, email, items } = about;
  const { appUrl, mailFrom } = ports.config;
  const at = ports.clock.now();
  const unsubscribeToken = ports.random.id();
  const unsubscribe = `${appUrl}/mail/unsubscribe/${unsubscribeToken}`;
  const choicesToken = ports.random.id();
  const snoozeToken = kind.mayBePutOff ? ports.random.id() : null;
  const letterhead = await loadLetterhead(tx, shop.id, kind.templateOf(subject), languageOf(subject.locale));
  const letter = kind.compose({
    shop,
    subject,
    letterhead,
    items,
    addresses: {
      reorder: reorderAddress(shop.domain, items, subject),
      snooze: snoozeToken && `${appUrl}/mail/snooze/${snoozeToken}`,
      unsubscribe,
      choices: `${appUrl}/mail/choices/${choicesToken}`,
    },
    todayOn: localDay(at, shop.timeZone),
  });
  const tokens = {
    unsubscribe: unsubscribeToken,
    choices: choicesToken,
    ...(snoozeToken && { snooze: snoozeToken }),
  };
  await saveLinks(tx, { shopId: shop.id, messageId: row.id, at }, tokens);
  return {
    ...letter,
    to: email,
    from: senderOf(shop.name, mailFrom),
    messageId: row.id,
    // RFC 8058: the mail program posts to the first without asking anybody, hence no mailto beside it.
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
