import { expect, it } from 'vitest';
import { isSensitive } from './sensitive-goods';

const goods = (
  title: string,
  more: { productType?: string; tags?: string[]; categoryName?: string | null } = {},
) => ({
  title,
  productType: '',
  tags: [],
  categoryName: null,
  ...more,
});

it.each([
  'Early Pregnancy Test, 2 pack',
  'Incontinence pads, night',
  'Head Lice Lotion',
  'Haemorrhoid cream',
  'Condoms, ribbed',
  'CBD oil 10 %',
  'Rolling Tobacco',
  'At-home STI test kit',
  'Yeast-Infection Gel',
])('%s is sensitive', (title) => {
  expect(isSensitive(goods(title))).toBe(true);
});

it("believes type, tags, category and the merchant's own tag", () => {
  expect(isSensitive(goods('Comfort pads', { productType: 'Incontinence' }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { tags: ['sexual health'] }))).toBe(true);
  expect(isSensitive(goods('Magazine', { tags: ['Adult'] }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { categoryName: 'Health > Ostomy supplies' }))).toBe(true);
  expect(isSensitive(goods('Plain tea', { tags: ['Sensitive '] }))).toBe(true);
});

it.each([
  'House Blend coffee',
  'Slice of lemon cake',
  'Police mug',
  'Adult dog food, chicken 2 kg',
  'Dry food for cats, adult 3 kg',
  'Sensitive skin cream',
  'Stewart tea',
  'Alice in Wonderland mug',
  'Warthog plush',
  'Licensed colouring book for adults',
  'Still water',
])('%s is not', (title) => {
  expect(isSensitive(goods(title))).toBe(false);
});

it('does not take a department for a product', () => {
  const tea = goods('Sencha', { categoryName: 'Food, Beverages & Tobacco > Beverages > Tea & Infusions' });
  const cigars = goods('Robusto', { categoryName: 'Food, Beverages & Tobacco > Tobacco Products > Cigars' });
  expect([isSensitive(tea), isSensitive(cigars)]).toEqual([false, true]);
  expect(isSensitive(goods('Massage oil', { categoryName: 'Mature > Body' }))).toBe(true);
});
