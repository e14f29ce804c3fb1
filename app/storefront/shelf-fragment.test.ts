import { expect, it } from 'vitest';
import { shelfFragment } from './shelf-fragment';

const HUGE = 9_223_372_036_854_775_807n;

it('asks the storefront for each product by handle and variant', () => {
  const liquid = shelfFragment([
    { handle: 'house-blend', variantId: 11n, usualWeeks: 5 },
    { handle: 'seife-für-hände', variantId: HUGE, usualWeeks: null },
  ]);
  expect(liquid.startsWith('{% layout none %}')).toBe(true);
  expect(liquid.match(/<li /g)).toHaveLength(2);
  expect(liquid).toContain("all_products['house-blend']");
  expect(liquid).toContain("all_products['seife-für-hände']");
  expect(liquid).toContain("{%- if id == '9223372036854775807' and variant.available -%}");
});

it('carries the rhythm of the product, and no number or word about the person', () => {
  const liquid = shelfFragment([{ handle: 'a', variantId: 1n, usualWeeks: 5 }]);
  const rest = liquid.replace("all_products['a']", '').replace("id == '1'", '').replace('weeks = 5', '');
  expect(rest.replace(/720|240w?|360|480|750px|25vw|50vw|reference_value != 1/g, '')).not.toMatch(/\d/);
});
