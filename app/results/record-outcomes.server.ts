import type { Ports } from '../ports';
import { countedExposures } from './exposure-store.server';
import { firstConversions } from './outcomes';
import { ordersSince, personsOfOrders, replaceOutcomes } from './outcome-store.server';

const PERSONS_AT_ONCE = 200;

/**
 * Brings the outcomes of everyone behind these orders up to date. May be called any number of times, for new, changed,
 * cancelled and refunded orders: each person's conversions are worked out anew.
 */
export async function recordOutcomes(
  ports: Pick<Ports, 'db'>,
  about: { shopId: number; orderIds: readonly bigint[] },
): Promise<void> {
  const { shopId, orderIds } = about;
  const everyone = await personsOfOrders(ports.db.read, shopId, orderIds);
  for (let from = 0; from < everyone.length; from += PERSONS_AT_ONCE) {
    const exposures = await countedExposures(
      ports.db.read,
      shopId,
      everyone.slice(from, from + PERSONS_AT_ONCE),
    );
    const persons = [...exposures.keys()];
    if (persons.length === 0) continue;
    const earliestAt = Math.min(...[...exposures.values()].flat().map((exposure) => exposure.at.getTime()));
    const orders = await ordersSince(ports.db.read, shopId, persons, new Date(earliestAt));

    const found = persons.map((person) => ({
      person,
      conversions: firstConversions(exposures.get(person) ?? [], orders.get(person) ?? []),
    }));

    await ports.db.write(async (tx) => {
      for (const { person, conversions } of found) await replaceOutcomes(tx, shopId, person, conversions);
    });
  }
}
