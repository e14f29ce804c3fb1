import { describe, expect, test } from 'vitest';
import { categoryPrior } from './category-priors';

const product = (
  title: string,
  productType = '',
  tags: string[] = [],
  categoryName: string | null = null,
) => ({
  title,
  productType,
  tags,
  categoryName,
});

describe('the kind of a product', () => {
  test.each([
    ['House Blend Coffee', 'coffee'],
    ['Dry Dog Food, Salmon and Potato', 'pet food'],
    ['Unbleached Paper Filters', 'filters and cartridges'],
    ['Daily Multivitamin capsules', 'vitamins and supplements'],
    ['Toothpaste Tablets, Mint', 'laundry and dishes'],
  ])('%s', (title, kind) => {
    expect(categoryPrior(product(title)).chance).toBeGreaterThan(0.8);
    expect([categoryPrior(product(title)).name, kind]).toContain(kind);
  });

  test.each([
    'Electric Burr Grinder',
    'Tea Tin',
    'Stone Soap Dish',
    'Cast Iron Teapot',
    'French Press 1 l',
    'Coffee Mug',
  ])('a thing to keep is no consumable, whatever goes into it: %s', (title) => {
    expect(categoryPrior(product(title, 'Coffee')).chance).toBeLessThan(0.1);
  });

  test('Shopify’s category beats the title', () => {
    expect(categoryPrior(product('Sunrise', '', [], 'Food > Beverages > Coffee')).name).toBe('coffee');
  });

  test('nothing known', () => {
    expect(categoryPrior(product('Sunrise')).name).toBe('unknown kind');
  });
});
