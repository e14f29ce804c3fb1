import { expect, it } from 'vitest';
import { familyOf, type RelatedProduct } from './family';

const family = (about: Partial<RelatedProduct>) =>
  familyOf({ productType: '', categoryId: null, categoryName: null, ...about });

it.each([
  [{ categoryId: 'fb-1-3', categoryName: 'Food > Beverages > Coffee' }, 'category', 'Coffee'],
  [{ categoryId: 'na', categoryName: 'Uncategorized', productType: 'Kaffee' }, 'type', 'Kaffee'],
  [{ categoryName: 'Uncategorized', productType: 'Kaffee' }, 'type', 'Kaffee'],
  [{ categoryId: 'HB', categoryName: 'Health & Beauty', productType: 'Soap' }, 'type', 'Soap'],
  [{ productType: ' Filters ' }, 'type', 'Filters'],
  // The shop knows what it means.
  [{ productType: '\u30b3\u30fc\u30d2\u30fc' }, 'type', '\u30b3\u30fc\u30d2\u30fc'],
])('finds the family of %j', (about, by, name) => {
  expect(family(about)).toMatchObject({ by, name });
});

it.each([
  ...[
    '',
    ' ',
    'Sale',
    'sale',
    'SALE',
    'Home page',
    'Bestsellers',
    'Neuheiten',
    'Accueil',
    'Promotion',
    'Aktion',
    'Outlet',
  ],
  ...[
    'Angebote',
    'Soldes',
    'Ofertas',
    'Offerte',
    'Aanbieding',
    'Clearance',
    'New arrivals',
    'All products',
    'Misc',
    'Other',
  ],
  ...['Bundles', 'Uitverkoop', 'Saldi', 'Rebajas', 'Sonstiges', 'Default', 'Accessories'],
])('is none for a product of type "%s"', (productType) => {
  expect(family({ productType })).toBeNull();
  expect(family({ productType, categoryId: 'na', categoryName: 'Uncategorized' })).toBeNull();
});

it('is the same however it is written, and a type is no category', () => {
  expect(family({ productType: 'COFFEE ' })?.key).toBe(family({ productType: 'Coffee' })?.key);
  expect(family({ categoryName: 'Coffee' })?.key).not.toBe(family({ productType: 'Coffee' })?.key);
});
