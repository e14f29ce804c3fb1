import type { OutgoingMail, Ports, Tx } from '../../ports';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { outsideFactsSchema, type ItemFacts } from './item-facts';
import { findKind, type LetterItem, type MailKind, type MailSubject } from '../kinds';
import { loadBeside, type Rider } from './load-beside.server';
import type { SkipReason } from './message';
import { type NamedItem } from '../letter/letter-store.server';
import { productAddress } from '../letter/reorder-address';
import {
  loadPlanned,
  markClaimed,
  markDelayed,
  markSkipped,
  type MessageId,
  type PlannedMessage,
} from './outbox-store.server';
import { checkMessage, type About, type Checked } from './check-message.server';
import { writeMail } from './write-mail.server';

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
    const checked = await checkMessage(ports, tx, { row, kind, shop, subject, asked });
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
    const mail = await writeMail(ports, tx, {
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
    const checked = await checkMessage(ports, tx, {
      row: rider.row,
      kind,
      shop,
      subject: rider.subject,
      asked,
    });
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
