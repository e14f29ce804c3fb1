import type { z } from 'zod';
import type { Ports } from '../../ports';
import { customersByEmailAnswer } from '../../shopify/answers';
import { CUSTOMERS_BY_EMAIL } from '../../shopify/queries';
import { askAffordably } from '../../shopify/read-in-pages.server';

/** As many as a search stays short with. An address belongs to one customer, so that one page holds them all. */
const ADDRESSES_AT_ONCE = 50;

/** What cannot break out of a quoted search term, and has an @ between other things. Two looks, each linear. */
const UNQUOTABLE = /[\s"'\\()<>]/;
const isSearchable = (address: string) => !UNQUOTABLE.test(address) && /[^]@[^]/.test(address);

/**
 * Customer ids by email address (lower case), for those that the shop has as customers. Shopify's search may find more than
 * asked for: only an equal address counts.
 */
export async function findBuyers(
  ports: Pick<Ports, 'admin'>,
  domain: string,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const wanted = new Set(addresses.filter(isSearchable));
  const found = new Map<string, bigint>();
  const rest = [...wanted];
  while (rest.length > 0) {
    const { asked, nodes } = await askAffordably(Math.min(rest.length, ADDRESSES_AT_ONCE), async (count) => {
      const part = rest.slice(0, count);
      return { asked: count, nodes: await search(ports, domain, part) };
    });
    rest.splice(0, asked);
    for (const { id, address } of nodes) if (wanted.has(address)) found.set(address, id);
  }
  return found;
}

async function search(
  ports: Pick<Ports, 'admin'>,
  domain: string,
  addresses: readonly string[],
): Promise<readonly { id: bigint; address: string }[]> {
  const query = addresses.map((address) => `email:"${address}"`).join(' OR ');
  const nodes: { id: bigint; address: string }[] = [];
  for (let after: string | null = null; ;) {
    const page: z.infer<typeof customersByEmailAnswer> = await ports.admin.query(
      domain,
      CUSTOMERS_BY_EMAIL,
      { first: addresses.length, after, query },
      customersByEmailAnswer,
    );
    const { nodes: customers, pageInfo } = page.customers;
    for (const { id, defaultEmailAddress } of customers)
      if (defaultEmailAddress) nodes.push({ id, address: defaultEmailAddress.emailAddress.toLowerCase() });
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}
