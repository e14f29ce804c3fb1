import { expect, it } from 'vitest';
import { isTheirs } from './checkout-claim';

const ORDER = { customerId: 77n };

it.each([
  ['nobody signed in, nothing set', null, { order: null, setBy: [] }, true],
  ['nobody signed in, set by a customer', null, { order: null, setBy: ['77'] }, true],
  ['nobody signed in, the order of a customer', null, { order: ORDER, setBy: ['77'] }, true],
  ['the customer who set it', '77', { order: null, setBy: ['77'] }, true],
  ['another customer', '78', { order: null, setBy: ['77'] }, false],
  ['a customer, set by a guest', '78', { order: null, setBy: [null] }, false],
  ['the order’s customer, whoever set it', '77', { order: ORDER, setBy: ['78', null] }, true],
  ['another customer than the order’s, who was quicker', '78', { order: ORDER, setBy: ['78'] }, false],
  ['a customer, the order of nobody', '78', { order: { customerId: null }, setBy: [] }, false],
])('%s: %s', (_who, customerId, claim, theirs) => {
  expect(isTheirs(customerId, claim)).toBe(theirs);
});
