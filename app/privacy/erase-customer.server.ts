import { saveTombstones } from '../orders/tombstone-store.server';
import type { JobOf, Ports } from '../ports';
import { countKeys } from '../results/counting/count-keys.server';
import { anonymise, forgetMentions, removeRows } from './erasure-store.server';
import { findTraces } from './trace-store.server';
import type { ErasureRequest } from './traces';

/**
 * Job `privacy.erase-customer`: forgets a person in a shop, whole, in one transaction. Afterwards no row names them; keyed
 * hashes keep what they did before from coming back, and an order that they place later starts anew.
 */
export async function eraseCustomer(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs' | 'random'>,
  job: JobOf<'privacy.erase-customer'>,
): Promise<void> {
  const { shopId } = job;
  const request: ErasureRequest = job.payload;
  const at = ports.clock.now();
  // What is not counted now never will be.
  const { keys } = await findTraces(ports.db.read, shopId, request);
  await countKeys(
    ports,
    shopId,
    keys.map((key) => key.id),
  );
  await ports.db.write(async (tx) => {
    const traces = await findTraces(tx, shopId, request);
    const customers = request.customerId === null ? [] : [request.customerId.toString()];
    const orders = traces.erasedOrderIds.map(String);
    await anonymise(tx, shopId, traces, { newId: () => ports.random.id(), at });
    await removeRows(tx, shopId, traces);
    for (const { discountCode } of traces.followUps)
      if (discountCode !== null)
        await ports.jobs.enqueue(tx, {
          ...{ kind: 'follow-ups.remove-discount', shopId },
          payload: { code: discountCode },
        });
    const address = request.emailHash === null ? [] : [request.emailHash];
    const phone = request.phoneHash === null ? [] : [request.phoneHash];
    await forgetMentions(tx, shopId, [...customers, ...orders, ...address, ...phone]);
    await ports.jobs.enqueue(tx, { kind: 'privacy.overwrite-erased', shopId, key: `${shopId}` });
    await saveTombstones(tx, {
      secret: ports.config.apiSecret,
      shopId,
      erasedAt: at,
      erased: [
        ...customers.map((value) => ({ kind: 'customer' as const, value })),
        ...orders.map((value) => ({ kind: 'order' as const, value })),
        // An uploaded order knows its buyer by address or telephone number alone.
        ...address.map((value) => ({ kind: 'address' as const, value })),
        ...phone.map((value) => ({ kind: 'phone' as const, value })),
        ...traces.browserIds.map((value) => ({ kind: 'browser' as const, value })),
        ...traces.checkoutTokens.map((value) => ({ kind: 'checkout' as const, value })),
      ],
    });
  });
}
