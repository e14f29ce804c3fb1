import { describePause, type PauseView } from '../mail/describe-pause.server';
import type { Ports } from '../ports';
import { failedJobs, failedMessages, newestOrder } from './health-store.server';

const SHOWN = 10;

export interface Health {
  /** Instants as ISO. */
  readonly newestOrder: { readonly name: string; readonly placedAt: string } | null;
  readonly failedMessages: readonly {
    readonly id: number;
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
}

/** What did not work for a shop, with the error that says why. */
export async function loadHealth(ports: Pick<Ports, 'db'>, shopId: number): Promise<Health> {
  const [order, messages, jobs, pause] = await Promise.all([
    newestOrder(ports.db.read, shopId),
    failedMessages(ports.db.read, shopId, SHOWN),
    failedJobs(ports.db.read, shopId, SHOWN),
    describePause(ports, shopId),
  ]);
  return {
    newestOrder: order && { name: order.name, placedAt: order.placedAt.toISOString() },
    failedMessages: messages.map((message) => ({ ...message, receivedAt: message.receivedAt.toISOString() })),
    failedJobs: jobs,
    pause,
  };
}
