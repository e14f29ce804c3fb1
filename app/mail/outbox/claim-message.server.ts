import { WEEKLY_MAIL_CAP } from '../../guardrails/caps';
import { nextAllowedAt } from '../../guardrails/quiet-hours';
import type { OutgoingMail, Ports, Tx } from '../../ports';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { mayMail } from '../../tactics/may-mail';
import { isOn } from '../../tactics/tactic-store.server';
import { hashAddress } from './address-hash.server';
import { GONE, itemFactsSchema } from './item-facts';
import { findKind, type LetterItem, type MailKind, type MailSubject } from '../kinds';
import { lastCheck, type LastCheckFacts } from './last-check';
import { loadPersonFacts } from './last-check-store.server';
import { loadLetterItem } from '../letter/letter-store.server';
import { saveLinks } from '../links/link-store.server';
import { reorderAddress } from '../letter/reorder-address';
import { loadPlanned, markClaimed, markDelayed, markSkipped, type MessageId } from './outbox-store.server';
import { senderOf } from '../letter/sender';

export type Claim =
  | {
      readonly state: 'claimed';
      readonly mail: OutgoingMail;
      readonly attempts: number;
      readonly keyId: number | null;
    }
  | { readonly state: 'skipped' | 'delayed' | 'taken' };

type Row = NonNullable<Awaited<ReturnType<typeof loadPlanned>>>;

/**
 * The last check and the claim, in one transaction on local rows: whatever withdraws a message before it commits wins.
 * The letter is written before the claim, so that only a mail that can be sent is claimed.
 * @param by names the claim; only its owner records how the mail ended.
 */
export async function claimMessage(
  ports: Pick<Ports, 'db' | 'clock' | 'config' | 'random' | 'seals'>,
  kinds: readonly MailKind[],
  message: MessageId,
  by: string,
): Promise<Claim> {
  return ports.db.write(async (tx) => {
    const row = await loadPlanned(tx, message);
    if (!row) return { state: 'taken' };
    const kind = findKind(kinds, row.kind);
    const shop = await loadShop(tx, row.shopId);
    if (!shop) {
      await markSkipped(tx, row, 'erased');
      return { state: 'skipped' };
    }
    const subject = await kind.loadSubject(tx, row);
    const email = subject?.address ? ports.seals.open(subject.address.sealed, subject.address.place) : null;
    const emailHash = email ? hashAddress(ports.config.apiSecret, shop.id, email) : null;
    const item = subject && (await loadLetterItem(tx, shop.id, subject));
    const facts = await loadFacts(ports, tx, {
      row,
      kind,
      shop,
      subject,
      emailHash,
      isInCatalogue: item !== null,
    });
    const check = lastCheck(facts);
    if (check.verdict === 'skip') {
      const { reason } = check;
      await markSkipped(tx, row, reason);
      const { shopId, subjectId, businessKey } = row;
      await kind.onEnd(tx, {
        shopId,
        subjectId,
        businessKey,
        end: { state: 'skipped', reason },
        at: facts.now,
      });
      return { state: 'skipped' };
    }
    if (check.verdict === 'delay') {
      await markDelayed(tx, row, check.until, check.reason);
      return { state: 'delayed' };
    }
    if (!subject || !email || !emailHash || !item || !facts.item) {
      throw new Error(`Message ${row.id} passed the last check without its facts`);
    }
    const { price, requiresSellingPlan } = facts.item;
    const reorder = reorderAddress(shop.domain, { ...subject, ...item, requiresSellingPlan });
    const letter = { item: { ...item, price, requiresSellingPlan }, reorder };
    const mail = await write(ports, tx, { row, kind, shop, subject, email, ...letter });
    const { now } = facts;
    await markClaimed(tx, row, { by, wall: ports.clock.wall(), now, emailHash, keyId: subject.keyId });
    return { state: 'claimed', mail, attempts: row.attempts + 1, keyId: subject.keyId };
  });
}

async function loadFacts(
  ports: Pick<Ports, 'clock'>,
  tx: Tx,
  about: {
    row: Row;
    kind: MailKind;
    shop: Shop;
    subject: MailSubject | null;
    emailHash: string | null;
    isInCatalogue: boolean;
  },
): Promise<LastCheckFacts> {
  const { row, kind, shop, subject, emailHash, isInCatalogue } = about;
  const now = ports.clock.now();
  const cap = WEEKLY_MAIL_CAP;
  const allowedAt = nextAllowedAt(now, null, shop.timeZone);
  const mailedSince = new Date(now.getTime() - cap.windowMs);
  const nobody = {
    isSuppressed: false,
    isOptedOut: false,
    isSubscribed: false,
    boughtAgain: false,
    mailedAt: [],
  };
  const { scope } = kind;
  const person = subject
    ? await loadPersonFacts(tx, {
        shopId: shop.id,
        messageId: row.id,
        scope,
        subject,
        emailHash,
        mailedSince,
      })
    : { ...nobody, order: 'kept' as const };
  return {
    ...person,
    now,
    meantFor: row.meantFor,
    shop: {
      isInstalled: shop.uninstalledAt === null,
      hasLegalDetails: mayMail(shop),
    },
    tacticIsOn: await isOn(tx, shop.id, kind.tactic),
    subject,
    item: isInCatalogue ? (itemFactsSchema.safeParse(row.facts).data ?? null) : GONE,
    factsAgeMs: row.factsAt ? Math.abs(ports.clock.wall().getTime() - row.factsAt.getTime()) : Infinity,
    cap,
    // Where a recipient lives is not known: the shop's own zone.
    quietUntil: allowedAt > now ? allowedAt : null,
  };
}

async function write(
  ports: Pick<Ports, 'clock' | 'config' | 'random'>,
  tx: Tx,
  about: {
    row: Row;
    kind: MailKind;
    shop: Shop;
    subject: MailSubject;
    email: string;
    item: LetterItem;
    reorder: string;
  },
): Promise<OutgoingMail> {
  const { row, kind, shop, subject, email, item, reorder } = about;
  const { appUrl, mailFrom } = ports.config;
  const at = ports.clock.now();
  const tokens = { snooze: ports.random.id(), unsubscribe: ports.random.id() };
  const unsubscribe = `${appUrl}/mail/unsubscribe/${tokens.unsubscribe}`;
  const letter = kind.compose({
    shop,
    subject,
    item,
    addresses: {
      reorder,
      snooze: `${appUrl}/mail/snooze/${tokens.snooze}`,
      unsubscribe,
    },
    todayOn: localDay(at, shop.timeZone),
  });
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
