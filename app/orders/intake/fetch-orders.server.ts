import type { Ports } from '../../ports';
import {
  orderAnswer,
  orderLinesAnswer,
  nodesAnswer,
  ordersPageAnswer,
  type OrderAnswer,
} from '../../shopify/answers';
import { toGid } from '../../shopify/gid';
import { ORDER_LINES_PAGE, ORDERS_BY_ID, ORDERS_PAGE } from '../../shopify/queries';
import {
  askAffordably,
  askByIds,
  readNodes,
  readRest,
  type PageInfo,
} from '../../shopify/read-in-pages.server';

const ORDERS_PER_PAGE = 100;
/** Longer orders are few; their further lines come in pages of their own. */
const LINES_PER_ORDER = 50;
const LINES_PER_PAGE = 250;

type Asking = Pick<Ports, 'admin'>;

export interface FetchedOrders {
  readonly orders: readonly OrderAnswer[];
  /** One sentence for each order that could not be read. */
  readonly unreadable: readonly string[];
}

/** One page of orders with all their lines. `query` in Shopify's search syntax. */
export async function fetchOrdersPage(
  ports: Asking,
  domain: string,
  page: {
    readonly after: string | null;
    readonly query: string | null;
    readonly sortKey: 'CREATED_AT' | 'UPDATED_AT';
  },
): Promise<FetchedOrders & { readonly pageInfo: PageInfo }> {
  const answer = await askAffordably(ORDERS_PER_PAGE, (first) =>
    ports.admin.query(domain, ORDERS_PAGE, { ...page, first, lines: LINES_PER_ORDER }, ordersPageAnswer),
  );
  const { nodes, pageInfo } = answer.orders;
  return { ...(await readOrders(ports, domain, nodes)), pageInfo };
}

/** Some orders by id, with all their lines. `gone`: those that Shopify does not show (any more). */
export async function fetchOrdersById(
  ports: Asking,
  domain: string,
  orderIds: readonly bigint[],
): Promise<FetchedOrders & { readonly gone: readonly bigint[] }> {
  const { found, gone } = await askByIds(orderIds, ORDERS_PER_PAGE, (ids) => {
    const gids = ids.map((id) => toGid('Order', id));
    return ports.admin.query(domain, ORDERS_BY_ID, { ids: gids, lines: LINES_PER_ORDER }, nodesAnswer);
  });
  return { ...(await readOrders(ports, domain, found)), gone };
}

async function readOrders(ports: Asking, domain: string, nodes: readonly unknown[]): Promise<FetchedOrders> {
  const { read, unreadable } = readNodes(nodes, orderAnswer);
  const orders: OrderAnswer[] = [];
  for (const order of read) {
    const lines = await readRest(order.lineItems, async (after) => {
      const variables = { id: toGid('Order', order.id), first: LINES_PER_PAGE, after };
      const answer = await ports.admin.query(domain, ORDER_LINES_PAGE, variables, orderLinesAnswer);
      return answer.order?.lineItems ?? null;
    });
    orders.push({ ...order, lineItems: { ...order.lineItems, nodes: lines } });
  }
  return { orders, unreadable };
}
