import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { setupSteps } from '../../app/routes/app._index/setup-steps';
import { readConfig } from '../../demo-store/config';
import { themeEditorPage } from '../../demo-store/landing/theme-editor';
import { listExtensions } from '../../demo-store/shopify/list-extensions';
import { validateAppBlock } from './app-block-schema';

const SHELF = join(import.meta.dirname, '../../extensions/refill-shelf');
const BLOCKS = readdirSync(join(SHELF, 'blocks'));

function schemaOf(file: string): string {
  const source = readFileSync(join(SHELF, 'blocks', file), 'utf8');
  return /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema/.exec(source)?.[1] ?? '';
}

function words(key: string): unknown {
  const locale = JSON.parse(readFileSync(join(SHELF, 'locales/en.default.schema.json'), 'utf8')) as object;
  return key
    .replace('t:', '')
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], locale);
}

test('the embed has one name: in the theme editor, in the setup guide, in the demo', () => {
  const name = String(words('blocks.visitor_embed.name'));
  const places = { shelfOnHome: false, reminderOnThankYou: false, reminderOnOrderStatus: false };
  const placed = { ...places, embedOn: true, shelfSettings: {} };
  const extensions = {
    shelf: 'missing',
    embed: 'missing',
    reminder: 'missing',
    orderStatus: 'missing',
  } as const;
  const facts = {
    historyIsRead: true,
    anyTacticOn: false,
    shopDomain: 'corner.myshopify.com',
    clientId: 'a',
  };
  const step = setupSteps({ ...facts, extensions }).find(({ id }) => id === 'embed');
  const editor = themeEditorPage(readConfig([], {}), placed, new URL('http://demo.test/'));
  expect(step?.title).toContain(name);
  expect(JSON.stringify(listExtensions(placed))).toContain(name);
  expect(editor).toContain(`<strong>${name}</strong>`);
});

describe.each(BLOCKS)('%s', (file) => {
  const json = schemaOf(file);

  test('has a schema that Shopify accepts', async () => {
    expect(await validateAppBlock(json)).toEqual([]);
  });

  test('has a name below 25 characters that does not repeat the name of the app', () => {
    const name = words((JSON.parse(json) as { name: string }).name);
    expect(name).toMatch(/^.{3,24}$/);
    expect(name).not.toMatch(/larder/i);
  });

  test('has words for every key', () => {
    const keys = json.match(/t:[\w.]+/g) ?? [];
    expect(keys.filter((key) => typeof words(key) !== 'string')).toEqual([]);
  });
});

test.each([
  ['a misspelt target', { name: 'Shelf', target: 'sectionn' }],
  [
    'an unknown type of setting',
    {
      name: 'Shelf',
      target: 'section',
      settings: [{ type: 'txt', id: 'a', label: 'A' }],
    },
  ],
  [
    'a default outside its range',
    {
      name: 'Shelf',
      target: 'section',
      settings: [{ type: 'range', id: 'a', label: 'A', min: 2, max: 8, default: 9 }],
    },
  ],
])('%s is noticed', async (_, schema) => {
  expect(await validateAppBlock(JSON.stringify(schema))).not.toEqual([]);
});
