import type { Ports, Reader, Tx } from '../../ports';
import { clearOptOut, saveOptOut } from '../../shoppers/opt-out-store.server';
import { recountJob } from '../../shoppers/recount-job';
import { loadShop } from '../../shops/shop-store.server';
import { findKind, type MailKind } from '../kinds';
import { wishConsent } from '../consent/wish-consent.server';
import { loadFace } from './mailed-items.server';
import { muteItem } from './mute-item.server';
import { findLink, saveChoice, type FoundLink } from './link-store.server';
import { isSuppressed, suppress, takeBackWishes } from '../outbox/suppression-store.server';
import type { UnsubscribeChoice, UnsubscribeView } from './unsubscribe-view';

type Needs = Pick<Ports, 'db' | 'clock'>;

/** What an unsubscribe link stands for now. Changes nothing. */
export async function openUnsubscribe(
  ports: Needs,
  kinds: readonly MailKind[],
  token: string,
): Promise<UnsubscribeView> {
  const link = await findLink(ports.db.read, token, 'unsubscribe', ports.clock.now());
  return link ? viewOf(ports.db.read, kinds, link) : { state: 'invalid' };
}

/**
 * Ends mail of one kind or all of ours to the address that the mail went to, and what is still planned for it; `undo`
 * brings both back. Saying the same twice changes nothing.
 * @param source `one-click` for the mail program's own button (RFC 8058), `link` for our page
 */
export async function unsubscribe(
  ports: Needs & Pick<Ports, 'jobs'>,
  kinds: readonly MailKind[],
  token: string,
  wish: { readonly choice: UnsubscribeChoice | 'undo'; readonly source: 'link' | 'one-click' },
): Promise<UnsubscribeView> {
  return ports.db.write(async (tx) => {
    // Our page closes with its link; a mail program's button stands beside the mail for as long as somebody keeps it.
    const until = wish.source === 'one-click' ? null : ports.clock.now();
    const link = await findLink(tx, token, 'unsubscribe', until);
    if (!link?.message.emailHash) return { state: 'invalid' };
    const { emailHash, keyId } = link.message;
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(link.shopId, keyId));
    if (wish.choice === 'undo') return takeBack(ports, tx, kinds, link, emailHash);
    // Who wants no mail at all wants none of this kind either: a late press of the smaller button takes nothing back.
    const choice = link.choice === 'all' ? 'all' : wish.choice;
    // Another mail's link may have taken the wish back since: it holds only as long as the address is silenced.
    const { scope } = findKind(kinds, link.message.kind);
    const wished = choice === 'all' ? 'all' : scope;
    const stillHolds = link.choice !== null && (await isSuppressed(tx, link.shopId, emailHash, wished));
    if (stillHolds && link.choice === choice) return viewOf(tx, kinds, link);
    // The first instant stays: by it everything that ended can be brought back.
    const isSilenced = link.choice !== null && (await isSuppressed(tx, link.shopId, emailHash, scope));
    const at = (isSilenced && link.usedAt) || ports.clock.now();
    if (choice === 'all' || findKind(kinds, link.message.kind).consent === 'marketing')
      await wishConsent(ports, tx, { shopId: link.shopId, keyId, emailHash, undo: false, at });
    await end(tx, kinds, link, { emailHash, choice, source: wish.source, at });
    await saveChoice(tx, link, { choice, usedAt: at });
    return viewOf(tx, kinds, { ...link, choice, usedAt: at });
  });
}

/** Ends mail about one item of the mail, whatever kind it is, or (`undo`) brings it back. Another item changes nothing. */
export async function stopItem(
  ports: Needs & Pick<Ports, 'jobs'>,
  kinds: readonly MailKind[],
  token: string,
  { productId, undo }: { readonly productId: bigint; readonly undo: boolean },
): Promise<UnsubscribeView> {
  return ports.db.write(async (tx) => {
    const link = await findLink(tx, token, 'unsubscribe', ports.clock.now());
    const shop = link && (await loadShop(tx, link.shopId));
    if (!link?.message.emailHash || !shop) return { state: 'invalid' };
    const { items } = await loadFace(tx, kinds, link, shop);
    if (items.every((item) => item.productId !== productId)) return viewOf(tx, kinds, link);
    const { emailHash, keyId } = link.message;
    await muteItem(tx, kinds, { shopId: shop.id, emailHash, productId, undo, at: ports.clock.now() });
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(shop.id, keyId));
    return viewOf(tx, kinds, link, undo ? undefined : productId);
  });
}

async function end(
  tx: Tx,
  kinds: readonly MailKind[],
  { shopId, message }: FoundLink,
  wish: { emailHash: string; choice: UnsubscribeChoice; source: 'link' | 'one-click'; at: Date },
): Promise<void> {
  const { emailHash, choice, source, at } = wish;
  const kind = findKind(kinds, message.kind);
  await suppress(tx, { shopId, emailHash, scope: choice === 'all' ? 'all' : kind.scope, source, at });
  // So that nothing of this kind is offered either to whom it was sent.
  if (message.keyId !== null) await saveOptOut(tx, { shopId, keyId: message.keyId, scope: kind.scope, at });
  for (const mailKind of choice === 'all' ? kinds : [kind])
    await mailKind.stopAll(tx, { shopId, emailHash, at, undo: false });
}

async function takeBack(
  ports: Pick<Ports, 'jobs' | 'clock'>,
  tx: Tx,
  kinds: readonly MailKind[],
  link: FoundLink,
  emailHash: string,
): Promise<UnsubscribeView> {
  const { shopId, message, usedAt } = link;
  if (link.choice === null || usedAt === null) return viewOf(tx, kinds, link);
  const kind = findKind(kinds, message.kind);
  if (link.choice === 'all' || kind.consent === 'marketing') {
    const at = ports.clock.now();
    await wishConsent(ports, tx, { shopId, keyId: message.keyId, emailHash, undo: true, at });
  }
  await takeBackWishes(tx, {
    shopId,
    emailHash,
    scopes: link.choice === 'all' ? ['all', kind.scope] : [kind.scope],
  });
  if (message.keyId !== null) await clearOptOut(tx, { shopId, keyId: message.keyId, scope: kind.scope });
  for (const mailKind of link.choice === 'all' ? kinds : [kind]) {
    await mailKind.stopAll(tx, { shopId, emailHash, at: usedAt, undo: true });
  }
  await saveChoice(tx, link, { choice: null, usedAt });
  return viewOf(tx, kinds, { ...link, choice: null });
}

async function viewOf(
  db: Reader,
  kinds: readonly MailKind[],
  link: FoundLink,
  stoppedId?: bigint,
): Promise<UnsubscribeView> {
  const shop = await loadShop(db, link.shopId);
  if (!shop) return { state: 'invalid' };
  const { shopId, message, choice, usedAt } = link;
  const kind = findKind(kinds, message.kind);
  const isSilenced =
    message.emailHash !== null && (await isSuppressed(db, shopId, message.emailHash, kind.scope));
  const state = choice !== null && isSilenced ? 'unsubscribed' : usedAt === null ? 'ready' : 'undone';
  const face = await loadFace(db, kinds, link, shop);
  const stopped = face.items.find((item) => item.productId === stoppedId) ?? null;
  return { ...face, state, scope: kind.scope, choice: choice as UnsubscribeChoice | null, stopped };
}
