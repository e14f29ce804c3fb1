/** A deliverer that will be killed: opens the database when told, takes over what the last one left, and sends. */
import { decideFollowUps } from '../../app/follow-ups/decide-follow-ups.server';
import { MAIL_KINDS } from '../../app/mail-kinds.server';
import { hashAddress } from '../../app/mail/outbox/address-hash.server';
import { deliverMessages } from '../../app/mail/outbox/deliver-messages.server';
import { suppress } from '../../app/mail/outbox/suppression-store.server';
import { takeBackAllClaims } from '../../app/mail/outbox/take-back-claims.server';
import { adminOfParent } from './asked-parent';
import { openDeliveryPorts, type DeliverySetup } from './delivery-ports';

export interface Orders extends DeliverySetup {
  readonly shopId: number;
  /** Say first that they want no more mail. */
  readonly silence: readonly string[];
  readonly decidesFirst: boolean;
}

const admin = adminOfParent();

async function live(orders: Orders): Promise<void> {
  const { shopId, silence, decidesFirst } = orders;
  const ports = await openDeliveryPorts(orders, admin);
  await takeBackAllClaims(ports, MAIL_KINDS);
  for (const email of silence) {
    const emailHash = hashAddress(ports.config.apiSecret, shopId, email);
    const at = ports.clock.now();
    await ports.db.write((tx) => suppress(tx, { shopId, emailHash, scope: 'all', source: 'one-click', at }));
    process.send?.({ silenced: email });
  }
  if (decidesFirst) await decideFollowUps(ports).catch(() => undefined);
  // What Shopify did not answer waits: its job would try it again.
  await deliverMessages(ports, MAIL_KINDS).catch(() => undefined);
  await decideFollowUps(ports).catch(() => undefined);
  await deliverMessages(ports, MAIL_KINDS).catch(() => undefined);
  process.send?.({ idle: true });
}

process.on('message', (said: { readonly live?: Orders }) => {
  if (said.live) void live(said.live).catch((error: unknown) => process.send?.({ failed: String(error) }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
