import { expect, test } from 'vitest';
import { readLetter } from './letter';

const read = (html: string, text = '') => {
  const { cartVariantIds, productHandles, discountCode } = readLetter({ html, text });
  return [[...cartVariantIds], [...productHandles], discountCode];
};

test.each([
  ['several things in a cart', 'https://s.test/cart/11:1,12:2?storefront=true', [['11', '12'], [], null]],
  ['an escaped link', 'https://s.test/cart/11%3A1%2C12%3A2', [['11', '12'], [], null]],
  ['a code on a cart', '/cart/11:1?storefront=true&amp;discount=THANKS-1', [['11'], [], 'THANKS-1']],
  ['a shareable code', '/discount/A%20B?redirect=/products/mug', [[], ['mug'], 'A B']],
  [
    'products',
    '/products/mug?variant=3 /products/tea-t%C3%B4t /products/mug',
    [[], ['mug', 'tea-tôt'], null],
  ],
  ['a broken escape', '/products/%E0%A4%A', [[], ['%E0%A4%A'], null]],
  ['nothing', 'https://s.test/', [[], [], null]],
])('reads %s', (_what, html, expected) => {
  expect(read(html)).toEqual(expected);
  expect(read('', html)).toEqual(expected);
});
