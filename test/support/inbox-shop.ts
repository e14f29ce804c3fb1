/** A shop with an inbox, a pretend Shopify and the jobs that work the inbox off; what they ask of other rooms is noted. */
import { refreshProducts } from '../../app/catalogue/refresh-products.server';
import { followLeaving } from '../../app/follow-leaving.server';
import { addToInbox } from '../../app/orders/intake/inbox-store.server';
import { processInbox } from '../../app/orders/intake/process-inbox.server';
import { reconcileOrders } from '../../app/orders/intake/reconcile-orders.server';
import { refetchOrders } from '../../app/orders/intake/refetch-orders.server';
import type { JobHandlers } from '../../app/ports';
import { noteJobs } from './note-jobs';
import { pretendAdmin, type PretendAdmin } from './pretend-admin';
import { makeTestPorts, makeTestShop, type TestPorts } from './test-ports';

export interface InboxShop {
  readonly ports: TestPorts;
  readonly admin: PretendAdmin;
  readonly shopId: number;
  /** Jobs of other rooms, as `kind payload`. */
  readonly asked: string[];
  /** Leaves messages in the inbox as the intake does, without working them off. */
  readonly leave: (...messages: { topic: string; payload: unknown }[]) => Promise<void>;
  readonly run: () => Promise<unknown>;
}

export const NOTHING_LEFT = { inbox: 0, dirtyOrders: 0 };

export async function makeInboxShop(): Promise<InboxShop> {
  const asked: string[] = [];
  const admin = pretendAdmin();
  const ports = await makeTestPorts({ admin });
  const { id: shopId } = await makeTestShop(ports);
  const handlers: Partial<JobHandlers> = {
    'orders.process-inbox': processInbox,
    'shops.leave': followLeaving,
    'orders.refetch': refetchOrders,
    'orders.reconcile': reconcileOrders,
    'catalogue.refresh-products': refreshProducts,
    ...noteJobs(
      (kind, payload) => asked.push(`${kind} ${JSON.stringify(payload)}`),
      'orders.arrived',
      'orders.backfill',
      'shops.read-settings',
      'privacy.erase-customer',
      'privacy.erase-shop',
    ),
  };
  let webhooks = 0;
  const leave: InboxShop['leave'] = (...messages) =>
    ports.db.group(async (tx) => {
      for (const message of messages) {
        const webhookId = `webhook-${(webhooks += 1)}`;
        await addToInbox(tx, { shopId, webhookId, receivedAt: ports.clock.now(), ...message });
      }
      await ports.jobs.enqueue(tx, { kind: 'orders.process-inbox', key: 'inbox' });
    });
  return { ports, admin, shopId, asked, leave, run: () => ports.runJobs(handlers) };
}
