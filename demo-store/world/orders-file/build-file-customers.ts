import type { IdCounts } from '../mint-ids';
import { mintId } from '../mint-ids';
import { randomFrom, seedRandom } from '../random';
import { FIRST_NAMES } from '../shoppers/names';
import type { Customer } from '../types';
import type { SaleRow } from './read-row';

/**
 * A customer record for each number in the file. Invented from the number alone: address, first name and consent to
 * marketing (60 of 100 subscribed). Who ordered at least twice has an account.
 */
export function buildFileCustomers(ids: IdCounts, sales: readonly SaleRow[]): Map<string, Customer> {
  const invoices = new Map<string, { first: string; firstAt: number; again: boolean }>();
  for (const { customer, invoice, at } of sales) {
    if (customer === null) continue;
    const known = invoices.get(customer);
    if (!known) invoices.set(customer, { first: invoice, firstAt: at, again: false });
    else if (known.first !== invoice) known.again = true;
  }
  const customers = new Map<string, Customer>();
  for (const [number, { firstAt, again }] of invoices) {
    const random = randomFrom(seedRandom(0, `customer ${number}`));
    const firstName = random.pick(FIRST_NAMES);
    customers.set(number, {
      id: mintId(ids, 'customer'),
      email: `customer-${number.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@example.test`,
      firstName,
      lastName: number,
      hasAccount: again,
      marketing: random.chance(0.6) ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
      createdAt: firstAt,
      updatedAt: firstAt,
    });
  }
  return customers;
}
