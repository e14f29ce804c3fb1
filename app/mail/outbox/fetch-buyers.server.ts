import type { Ports } from '../../ports';
import { orderBuyersAnswer } from '../../shopify/answers';
import { toGid } from '../../shopify/gid';
import { ORDER_BUYERS } from '../../shopify/queries';

/** Shopify answers at most 250 nodes a request; smaller ones cost less to repeat. */
const BATCH = 100;

/** Who placed an order, as Shopify says now. */
export interface BuyerNow {
  readonly customerId: bigint;
  /** Address of the customer's record, and whether it is the one that stands on the order. */
  readonly email: string;
  readonly isAddressOfOrder: boolean;
  /** To marketing by email. */
  readonly isSubscribed: boolean;
  /** What the order was placed in. */
  readonly locale: string | null;
}

/** Customers behind orders; an order that is gone, or whose customer has no address, is not among them. */
export async function fetchBuyers(
  ports: Pick<Ports, 'admin'>,
  shopDomain: string,
  orderIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, BuyerNow>> {
  const asked = [...new Set(orderIds)];
  const buyers = new Map<bigint, BuyerNow>();
  for (let from = 0; from < asked.length; from += BATCH) {
    const ids = asked.slice(from, from + BATCH).map((id) => toGid('Order', id));
    const answer = await ports.admin.query(shopDomain, ORDER_BUYERS, { ids }, orderBuyersAnswer);
    for (const node of answer.nodes) {
      const address = node?.customer?.defaultEmailAddress;
      if (!node?.customer || !address) continue;
      buyers.set(node.id, {
        customerId: node.customer.id,
        email: address.emailAddress,
        isAddressOfOrder: node.email?.trim().toLowerCase() === address.emailAddress.trim().toLowerCase(),
        isSubscribed: address.marketingState === 'SUBSCRIBED',
        locale: node.customerLocale,
      });
    }
  }
  return buyers;
}
