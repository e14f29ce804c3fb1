/** Every key of a tenant's table holds its shop, so that shops can be spread over several machines: read from the schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const schema = readFileSync(join(import.meta.dirname, '../../prisma/models.prisma'), 'utf8').replaceAll(
  /\/\/.*$/gm,
  '',
);

const COUNTED =
  'a number that must never come again, which SQLite counts for a key of one column only; on PostgreSQL a sequence counts, and the key is (shopId, id)';

/** Keys without the shop, and why each is right. */
const WITHOUT_SHOP: Readonly<Record<string, string>> = {
  'ShopperKey (id)': `${COUNTED}: it stands for somebody in draws, exposures and forecasts`,
  'Exposure (id)': `${COUNTED}: results go on behind the last one they counted`,
  'Layer (id)': `${COUNTED}: draws and outcomes name it`,
  'DecisionNote (id)': `${COUNTED}: tactics and reviews name it`,
  'Review (id)': `${COUNTED}: a form that is still open names it`,
  'OrderImport (id)': `${COUNTED}: the orders of an upload name it`,
  'TacticChange (id)': `${COUNTED}: history is told in this order`,
  'Job (id)': 'the queue is one for all shops of the house and is not spread with them',
  'Job (kind, key)': 'a job of the whole house has a key and no shop; one of a shop has the shop in its key',
};

/** Columns of every primary and unique key of the tables that have a shop. */
const keys = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
  .map(([, table = '', body = '']) => ({ table, body }))
  .filter(({ body }) => /^\s*shopId\s/m.test(body))
  .flatMap(({ table, body }) => {
    const single = [...body.matchAll(/^\s*(\w+)\s.*@(?:id|unique)\b/gm)];
    const composite = [...body.matchAll(/@@(?:id|unique)\(\[([^\]]+)\]/g)];
    return [...single, ...composite].map(([, columns = '']) => ({
      table,
      columns: columns.split(/,\s*/),
      words: `${table} (${columns})`,
    }));
  });
const shopless = keys.filter(({ columns }) => !columns.includes('shopId'));

test('the schema is read', () => expect(keys.length).toBeGreaterThan(40));

test('every primary and unique key of a tenant’s table holds shopId', () => {
  const wrong = shopless.filter(({ words }) => !(words in WITHOUT_SHOP));
  expect(
    wrong.map(
      ({ table, words }) =>
        `${words} holds no shop: write @@id([shopId, …]) or @@unique([shopId, …]) in "${table}". What is looked up before ` +
        'its shop is known is random enough to need no unique key: an index will do (docs/decisions/027).',
    ),
  ).toEqual([]);
});

test('what the list excuses is there, and a key that holds the shop begins with it', () => {
  expect(Object.keys(WITHOUT_SHOP).filter((words) => !shopless.some((key) => key.words === words))).toEqual(
    [],
  );
  const late = keys.filter(({ columns }) => columns.includes('shopId') && columns[0] !== 'shopId');
  expect(
    late.map(({ words }) => `${words}: put shopId first, so that a shop’s rows lie beside each other.`),
  ).toEqual([]);
});
