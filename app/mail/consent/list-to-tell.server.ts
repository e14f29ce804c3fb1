import type { Ports } from '../../ports';
import { countToTell, openWishes } from './consent-wish-store.server';

const SHOWN = 25;

/** Customers whose wish about marketing Larder may not write into Shopify; plain JSON. */
export interface ConsentToTell {
  readonly count: number;
  /** The oldest first. */
  readonly customers: readonly { readonly id: string; /** ISO instant. */ readonly wishedAt: string }[];
}

export async function listToTell({ db }: Pick<Ports, 'db'>, shopId: number): Promise<ConsentToTell> {
  const [count, wishes] = await Promise.all([
    countToTell(db.read, shopId),
    openWishes(db.read, shopId, { states: ['to-tell'], take: SHOWN }),
  ]);
  const customers = wishes.map(({ customerId, wishedAt }) => ({
    id: String(customerId),
    wishedAt: wishedAt.toISOString(),
  }));
  return { count, customers };
}
