import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import * as queries from '../app/shopify/queries';
import { loadAccessRules, loadAdminSchema } from '../demo-store/shopify/schema/load-schema';

const documents = Object.entries(queries);

it.each(documents)("%s is valid on Shopify's schema", (_name, document) => {
  expect(validate(loadAdminSchema(), parse(document))).toEqual([]);
});

it('rejects what the schema does not have', () => {
  expect(validate(loadAdminSchema(), parse('{ orders(first: 1) { nodes { nopeField } } }'))).not.toEqual([]);
});

it('asks for nothing beyond the scopes that the app declares', () => {
  const rules = loadAccessRules();
  const declared = ['read_products', 'read_orders', 'read_customers'];
  for (const type of ['Order', 'LineItem', 'Product', 'ProductVariant', 'InventoryItem', 'Customer']) {
    expect(
      rules[type]?.scopes.some((scope) => declared.includes(scope)),
      type,
    ).toBe(true);
  }
});
