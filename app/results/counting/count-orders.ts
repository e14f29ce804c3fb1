import type { Outcome } from './outcome';
import { ATTRIBUTION_MS, GRACE_DAYS, type OutcomeOf, type Window } from './outcomes';
import { isOf, type LoggedExposure, type LoggedOrder, type PersonHistory } from './person-history';

export const NO_ORDERS = {
  convertedAt: null,
  convertedOn: null,
  orderId: null,
  orders: 0,
  netMinor: 0,
  otherCurrency: 0,
  beforeMinor: 0,
  attributedOrders: 0,
} as const;

/** An order whose own thank-you page was the exposure is no consequence of it. */
export function isBefore(order: LoggedOrder, first: LoggedExposure): boolean {
  return order.placedAt < first.at || order.checkoutToken === first.businessKey;
}

/** What a person bought within the window, and in as long a time before. Orders and acts oldest first. */
export function ordersIn(
  of: OutcomeOf,
  first: LoggedExposure,
  window: Window,
  { orders, acts }: PersonHistory,
  currency: string,
): Pick<Outcome, keyof typeof NO_ORDERS> {
  const isOffer = of === 'reminder' && first.offers.length > 0;
  const isInWindow = (order: LoggedOrder) =>
    isOffer ? order.placedOn < window.closesOn : order.placedAt <= window.until;
  const after = orders.filter((order) => !isBefore(order, first) && isInWindow(order));
  const before = orders.filter((order) => isBefore(order, first) && order.placedAt >= window.from);
  const conversion = of === 'reminder' ? after.find((order) => isWhatWasOffered(order, first)) : after[0];
  const moneyOf = (order: LoggedOrder) => (order.currency === currency ? order.netMinor : null);
  const net = (some: readonly LoggedOrder[]) => some.reduce((sum, order) => sum + (moneyOf(order) ?? 0), 0);
  const touches = acts.filter((act) => isOf(act, of) && (act.kind === 'tapped' || act.kind === 'mailed'));
  const isAttributed = ({ placedAt }: LoggedOrder) =>
    touches.some(
      ({ at }) => at >= first.at && at <= placedAt && placedAt.getTime() <= at.getTime() + ATTRIBUTION_MS,
    );
  return {
    convertedAt: conversion?.placedAt ?? null,
    convertedOn: conversion?.placedOn ?? null,
    orderId: conversion?.orderId ?? null,
    orders: after.length,
    netMinor: net(after),
    otherCurrency: after.filter((order) => moneyOf(order) === null).length,
    beforeMinor: net(before),
    attributedOrders: after.filter(isAttributed).length,
  };
}

function isWhatWasOffered(order: LoggedOrder, { offers }: LoggedExposure): boolean {
  return offers.some(
    (offer) => order.placedOn <= offer.offeredOn + GRACE_DAYS && order.productIds.includes(offer.productId),
  );
}
