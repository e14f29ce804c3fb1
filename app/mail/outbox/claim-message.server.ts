import { WEEKLY_MAIL_CAP } from '../../guardrails/caps';
import { nextAllowedAt } from '../../guardrails/quiet-hours';
import type { OutgoingMail, Ports, Tx } from '../../ports';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { mayMail } from '../../tactics/may-mail';
import { isOn } from '../../tactics/tactic-store.server';
import { hashAddress } from './address-hash.server';
import { GONE, outsideFactsSchema, type ItemFacts, type OutsideFacts } from './item-facts';
import { findKind, type LetterItem, type MailKind, type MailSubject } from '../kinds';
import { lastCheck, type LastCheck, type LastCheckFacts } from './last-check';
import { loadBeside, type Rider } from './load-beside.server';
import type { SkipReason } from './message';
import { capAt } from './pace';
import { loadPace } from './pace-store.server';
import { loadPersonFacts } from './last-check-store.server';
import { loadLetterhead } from '../letter/letterhead-store.server';
import { languageOf } from '../letter/locale';
import { loadLetterItems, type NamedItem } from '../letter/letter-store.server';
import { saveLinks } from '../links/link-store.server';
import { productAddress, reorderAddress } from '../letter/reorder-address';
import {
  loadPlanned,
  markClaimed,
  markDelayed,
  markSkipped,
  type MessageId,
  type PlannedMessage,
} from './outbox-store.server';
import { senderOf } from '../letter/sender';

export type Claim =
  | {
      readonly state: 'claimed';
      readonly mail: OutgoingMail;
      readonly attempts: number;
      readonly keyId: number | null;
    }
  | { readonly state: 'skipped' | 'delayed' | 'taken' };

/**
 * The last check and the claim, in one transaction on local rows: whatever withdraws a message before it commits wins.
 * The letter is written before the claim, so that only a mail that can be sent is claimed. What is due for the same person goes
 * with it: every key is claimed in the same transaction.
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
    const asked = { outside: outsideFactsSchema.safeParse(row.facts).data ?? null, factsAt: row.factsAt };
    const checked = await check(ports, tx, { row, kind, shop, subject, asked });
    if (checked.check.verdict === 'skip') {
      await skip(tx, kind, row, { reason: checked.check.reason, at: checked.facts.now });
      return { state: 'skipped' };
    }
    if (checked.check.verdict === 'delay') {
      await markDelayed(tx, row, checked.check.until, checked.check.reason);
      return { state: 'delayed' };
    }
    const { email, emailHash, facts } = checked;
    if (!subject || !email || !emailHash) {
      throw new Error(`Message ${row.id} passed the last check without its facts`);
    }
    const riders = await checkBeside(ports, tx, { row, kind, shop, subject, asked });
    const items = itemsOf(shop, [{ row, subject, checked }, ...riders]);
    const together = [subject, ...riders.map((rider) => rider.subject)];
    const mail = await write(ports, tx, {
      row,
      kind,
      shop,
      subject: asWhole(subject, together),
      email,
      items,
    });
    const claim = { by, wall: ports.clock.wall(), now: facts.now, emailHash };
    await markClaimed(tx, row, { ...claim, keyId: subject.keyId, carrierId: null });
    for (const rider of riders)
      await markClaimed(tx, rider.row, { ...claim, keyId: rider.subject.keyId, carrierId: row.id });
    return { state: 'claimed', mail, attempts: row.attempts + 1, keyId: subject.keyId };
  });
}

interface Checked {
  readonly email: string | null;
  readonly emailHash: string | null;
  readonly named: readonly (NamedItem | null)[];
  readonly facts: LastCheckFacts;
  readonly check: LastCheck;
}

interface About {
  readonly row: PlannedMessage;
  readonly kind: MailKind;
  readonly shop: Shop;
  readonly subject: MailSubject | null;
  /** What was asked outside, with its time. */
  readonly asked: { readonly outside: OutsideFacts | null; readonly factsAt: Date | null };
}

async function check(
  ports: Pick<Ports, 'clock' | 'config' | 'seals'>,
  tx: Tx,
  about: About,
): Promise<Checked> {
  const { shop, subject } = about;
  const email = subject?.address ? ports.seals.open(subject.address.sealed, subject.address.place) : null;
  const emailHash = email ? hashAddress(ports.config.apiSecret, shop.id, email) : null;
  const named = subject ? await loadLetterItems(tx, shop.id, subject.items) : [];
  const facts = await loadFacts(ports, tx, { ...about, emailHash, named });
  return { email, emailHash, named, facts, check: lastCheck(facts) };
}

interface CheckedRider extends Rider {
  readonly checked: Checked;
}

/** What goes in the same mail. One that may not go any more ends by its own reason and holds up no other. */
async function checkBeside(
  ports: Pick<Ports, 'clock' | 'config' | 'seals'>,
  tx: Tx,
  { row, kind, shop, subject, asked }: About & { readonly subject: MailSubject },
): Promise<readonly CheckedRider[]> {
  const going: CheckedRider[] = [];
  for (const rider of await loadBeside(ports, kind, tx, { message: row, subject })) {
    const checked = await check(ports, tx, { row: rider.row, kind, shop, subject: rider.subject, asked });
    if (checked.check.verdict === 'skip')
      await skip(tx, kind, rider.row, { reason: checked.check.reason, at: checked.facts.now });
    // What is asked outside came after it was: it waits for its own turn.
    if (checked.check.verdict === 'send') going.push({ ...rider, checked });
  }
  return going;
}

async function skip(
  tx: Tx,
  kind: MailKind,
  row: PlannedMessage,
  { reason, at }: { readonly reason: SkipReason; readonly at: Date },
): Promise<void> {
  const { shopId, subjectId, businessKey } = row;
  await markSkipped(tx, row, reason);
  await kind.onEnd(tx, { shopId, subjectId, businessKey, end: { state: 'skipped', reason }, at });
}

/** Several subjects as the letter sees them: of one kind, to one person. */
function asWhole(first: MailSubject, together: readonly MailSubject[]): MailSubject {
  const lastAskedAt = Math.max(...together.map((subject) => subject.askedAt.getTime()));
  return { ...first, items: together.flatMap((subject) => subject.items), askedAt: new Date(lastAskedAt) };
}

/** What passed, each variant once: two orders may have asked for the same. */
function itemsOf(
  shop: Shop,
  together: readonly {
    readonly row: PlannedMessage;
    readonly subject: MailSubject;
    readonly checked: Checked;
  }[],
): readonly LetterItem[] {
  const items = together.flatMap(({ row, subject, checked: { check, named, facts } }) => {
    const places = check.verdict === 'send' ? check.places : [];
    return places.map((place) => {
      const item = named[place];
      const said = facts.items[place]?.facts;
      if (!item || !said) throw new Error(`Message ${row.id} passed the last check without its item`);
      return toLetterItem(shop.domain, item, said, subject.discountCode);
    });
  });
  return items.filter(
    (item, place) => items.findIndex((other) => other.variantId === item.variantId) === place,
  );
}

function toLetterItem(
  shopDomain: string,
  { handle, ...item }: NamedItem,
  { price, requiresSellingPlan }: ItemFacts,
  discountCode: string | undefined,
): LetterItem {
  const page = productAddress(shopDomain, { handle, variantId: item.variantId }, discountCode);
  return { ...item, price, requiresSellingPlan, page };
}

async function loadFacts(
  ports: Pick<Ports, 'clock'>,
  tx: Tx,
  about: About & { readonly emailHash: string | null; readonly named: readonly (NamedItem | null)[] },
): Promise<LastCheckFacts> {
  const { row, kind, shop, subject, emailHash, named, asked } = about;
  const { outside, factsAt } = asked;
  const now = ports.clock.now();
  const cap = capAt(await loadPace(tx, shop.id, emailHash), WEEKLY_MAIL_CAP);
  const allowedAt = nextAllowedAt(now, null, shop.timeZone);
  const mailedSince = new Date(now.getTime() - cap.windowMs);
  const nobody = { isSuppressed: false, isOptedOut: false, isOrderVoid: false, mailedAt: [], items: [] };
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
    : nobody;
  const factsOf = (place: number): ItemFacts | null => {
    const variantId = named[place]?.variantId;
    // What the catalogue does not know can be neither shown nor bought.
    return variantId === undefined || variantId === null ? GONE : (outside?.items[`${variantId}`] ?? null);
  };
  return {
    ...person,
    now,
    meantFor: row.meantFor,
    wantedForMs: kind.wantedForMs,
    shop: {
      isInstalled: shop.uninstalledAt === null,
      hasLegalDetails: mayMail(shop),
    },
    tacticIsOn: await isOn(tx, shop.id, kind.tactic),
    subject,
    items: person.items.map((item, place) => ({ ...item, facts: factsOf(place) })),
    isMarketingSubscribed: kind.consent === 'marketing' ? (outside?.isSubscribed ?? null) : null,
    factsAgeMs: factsAt && outside ? Math.abs(ports.clock.wall().getTime() - factsAt.getTime()) : Infinity,
    cap,
    // Where a recipient lives is not known: the shop's own zone.
    quietUntil: allowedAt > now ? allowedAt : null,
  };
}

async function write(
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
