import type { Customer } from '../../../world/types';
import { isoSeconds } from '../../instants';
import { connect, type OrderedList } from '../connect';
import { gid } from '../gid';
import { canSeeOrder } from '../order-window';
import type { Fields, RequestContext } from '../request-context';
import { metafieldsOf } from './metafield-fields';
import type { Order } from '../../../world/types';

export const CustomerFields: Fields<Customer> = {
  ...metafieldsOf((customer: Customer) => gid('Customer', customer.id)),
  id: (customer) => gid('Customer', customer.id),
  legacyResourceId: (customer) => customer.id,
  email: (customer) => customer.email,
  displayName: (customer) => `${customer.firstName} ${customer.lastName}`.trim() || (customer.email ?? ''),
  firstName: (customer) => customer.firstName,
  lastName: (customer) => customer.lastName,
  phone: () => null,
  locale: (_customer, _args, { world }) => world.shop.locale,
  note: () => null,
  tags: () => [],
  state: (customer) => (customer.hasAccount ? 'ENABLED' : 'DISABLED'),
  verifiedEmail: (customer) => customer.email !== null,
  createdAt: (customer) => isoSeconds(customer.createdAt),
  updatedAt: (customer) => isoSeconds(customer.updatedAt),
  defaultEmailAddress: (customer) => (customer.email === null ? null : customer),
  numberOfOrders: (customer, _args, context) => String(ordersOf(customer, context).length),
  orders: (customer, args, context) => connect(orderList(customer, args.sortKey, context), args),
};

export const CustomerEmailAddress: Fields<Customer> = {
  emailAddress: (customer) => customer.email,
  marketingState: (customer) => customer.marketing,
  marketingOptInLevel: (customer) => (customer.marketing === 'NOT_SUBSCRIBED' ? null : 'SINGLE_OPT_IN'),
  marketingUpdatedAt: (customer) => isoSeconds(customer.updatedAt),
  validFormat: () => true,
};

function orderList(customer: Customer, sortKey: unknown, context: RequestContext): OrderedList<Order> {
  const sorted = context.lists.orders(typeof sortKey === 'string' ? sortKey : 'ID');
  const mine = new Set(ordersOf(customer, context));
  return { ...sorted, items: sorted.items.filter((order) => mine.has(order)) };
}

function ordersOf(customer: Customer, context: RequestContext): Order[] {
  return context.world
    .orders()
    .filter((order) => order.customerId === customer.id && canSeeOrder(order, context));
}
