import { WEEKLY_MAIL_CAP } from '../../guardrails/caps';
import { nextAllowedAt } from '../../guardrails/quiet-hours';
import type { Ports, Tx } from '../../ports';
import type { Shop } from '../../shops/shop';
import { mayMail } from '../../tactics/may-mail';
import { isOn } from '../../tactics/tactic-store.server';
import { hashAddress } from './address-hash.server';
import { GONE, type ItemFacts, type OutsideFacts } from './item-facts';
import { type MailKind, type MailSubject } from '../kinds';
import { lastCheck, type LastCheck, type LastCheckFacts } from './last-check';
import { capAt } from './pace';
import { loadPace } from './pace-store.server';
import { loadPersonFacts } from './last-check-store.server';
import { loadLetterItems, type NamedItem } from '../letter/letter-store.server';
import { type PlannedMessage } from './outbox-store.server';

/** A message with its last check, and what that rested on. */
export interface Checked {
  readonly email: string | null;
  readonly emailHash: string | null;
  readonly named: readonly (NamedItem | null)[];
  readonly facts: LastCheckFacts;
  readonly check: LastCheck;
}

export interface About {
  readonly row: PlannedMessage;
  readonly kind: MailKind;
  readonly shop: Shop;
  readonly subject: MailSubject | null;
  /** What was asked outside, with its time. */
  readonly asked: { readonly outside: OutsideFacts | null; readonly factsAt: Date | null };
}

/** The last check of one message, from local rows and what was asked outside before. */
export async function checkMessage(
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
