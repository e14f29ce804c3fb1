import { expect, it } from 'vitest';
import { isSafeHandle } from './safe-handle';

it.each(['house-blend', 'house-blend-2', '2-in-1_shampoo', 'コーヒー豆', 'café-crème', 'a'.repeat(255)])(
  'accepts %s',
  (handle) => {
    expect(isSafeHandle(handle)).toBe(true);
  },
);

it.each([
  '',
  "x'] -%}{{ shop.email }}{%- assign p = all_products['x",
  'a b',
  'a"b',
  'a}}b',
  'a%}b',
  '{{a}}',
  'a\nb',
  'a\\b',
  'a<b',
  '../a',
  'a/b',
  '-a',
  'a'.repeat(256),
])('rejects %j', (handle) => {
  expect(isSafeHandle(handle)).toBe(false);
});
