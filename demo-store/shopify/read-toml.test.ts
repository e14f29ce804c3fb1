import { expect, it } from 'vitest';
import { readToml } from './read-toml';

it('reads tables, lists of tables and the values that an app declares', () => {
  const toml = `
name = "Larder # not a comment" # a comment
embedded = true
[access]
limit = 1_000
[[webhooks.subscriptions]]
topics = [
  "orders/create", # why
  'refunds/create',
]
  [[webhooks.subscriptions]]
  uri = "/webhooks"
`;
  expect(readToml(toml)).toEqual({
    name: 'Larder # not a comment',
    embedded: true,
    access: { limit: 1000 },
    webhooks: { subscriptions: [{ topics: ['orders/create', 'refunds/create'] }, { uri: '/webhooks' }] },
  });
});

it('names the line it cannot read', () => {
  expect(() => readToml('name = "a"\nwhat is this')).toThrow('Line 2');
  expect(() => readToml('day = 2026-11-20')).toThrow('Line 1');
});
