import { describePause, type PauseView } from '../mail/outbox/describe-pause.server';
import { describeComplaints, type ComplaintsView } from '../mail/returns/describe-returns.server';
import type { Ports } from '../ports';
import { loadShop } from '../shops/shop-store.server';
import { tacticStatus } from '../tactics/tactic-store.server';
import { failedJobs, failedMessages, newestOrder } from './health-store.server';
import { storefrontHealth, type StorefrontHealth } from './storefront-health';

const SHOWN = 10;

export interface Health {
  readonly storefront: StorefrontHealth;
  /** Instants as ISO. */
  readonly newestOrder: { readonly name: string; readonly placedAt: string } | null;
  readonly failedMessages: readonly {
    readonly webhookId: string;
    readonly topic: string;
    readonly error: string | null;
    readonly receivedAt: string;
  }[];
  readonly failedJobs: readonly {
    readonly id: number;
    readonly kind: string;
    readonly error: string | null;
    readonly isTried: boolean;
  }[];
  /** Null while mail goes out. */
  readonly pause: PauseView | null;
  /** Null while few readers complain. */
  readonly complaints: ComplaintsView | null;
}

/** What did not work for a shop, with the error that says why, and when its storefront was last heard. */
export async function loadHealth(ports: Pick<Ports, 'clock' | 'db'>, shopId: number): Promise<Health> {
  const [shop, shelf, order, messages, jobs, pause, complaints] = await Promise.all([
    loadShop(ports.db.read, shopId),
    tacticStatus(ports.db.read, shopId, 'shelf'),
    newestOrder(ports.db.read, shopId),
    failedMessages(ports.db.read, shopId, SHOWN),
    failedJobs(ports.db.read, shopId, SHOWN),
    describePause(ports, shopId),
    describeComplaints(ports, shopId),
  ]);
  if (!shop) throw new Error(`There is no shop ${shopId}`);
  return {
    storefront: storefrontHealth(shop, shelf, ports.clock.now()),
    newestOrder: order && { name: order.name, placedAt: order.placedAt.toISOString() },
    failedMessages: messages.map((message) => ({ ...message, receivedAt: message.receivedAt.toISOString() })),
    failedJobs: jobs,
    pause,
    complaints,
  };
}
