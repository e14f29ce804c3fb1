import { expect, it } from 'vitest';
import { readTaxonomy } from '../../../bench/kinds/read-taxonomy';
import { CATEGORY_ROWS, isDepartment, kindOfCategory, rowOfCategory } from './category-kinds';

const taxonomy = readTaxonomy();

it('each of the 10,281 categories gets its kind by a row that says so', () => {
  const untold = taxonomy.filter(({ id }) => {
    const row = rowOfCategory(id);
    return row === null || (row.says === null && row.id !== id);
  });
  expect(taxonomy).toHaveLength(10_281);
  expect(
    untold.map(({ id, names }) => `${id} ${names.en}`),
    'give these a row of their own: a mixed row holds for its own category only',
  ).toEqual([]);
});

it('every row stands for the category that it names, once', () => {
  const called = new Map(taxonomy.map(({ id, names }) => [id, names.en]));
  expect(CATEGORY_ROWS.filter((row) => called.get(row.id) !== row.called)).toEqual([]);
  expect(new Set(CATEGORY_ROWS.map((row) => row.id)).size).toBe(CATEGORY_ROWS.length);
});

it.each([
  ['ap-2-2-4', 'Cat Litter', 'cat litter'],
  ['ap-2-2-4-3', 'Cat Litter Boxes', 'pet gear'],
  ['ap-2-36-1', 'Dental Chews', 'pet treats'],
  ['hb-3-12-16-2', 'Toothbrush Replacement Heads', 'oral care'],
  ['hb-3-12-16-1', 'Toothbrush Covers', 'beauty tools'],
  ['hb-3-10-12-2-4', 'Paddle Hairbrushes', 'brushes and combs'],
  ['hb-3-19-1-4-2', 'Daily Contact Lenses', 'contact lenses and eye care'],
  ['hb-3-19-1-2-2', 'Flat Contact Lens Cases', 'health devices'],
  ['fb-1-3-2', 'Coffee Pods & Capsules', 'coffee'],
  ['hg-11-6-2-4', 'Coffee Filters', 'filters and cartridges'],
  ['hg-11-6-2-6', 'Coffee Grinders', 'kitchen appliances'],
  ['bt-9-12-2', 'Disposable Diapers', 'baby care'],
  ['bt-9-12-1', 'Cloth Diapers', 'baby gear'],
  ['hg-10-6-11-4', 'Dish Detergent & Soap', 'laundry and dishes'],
])('%s (%s) is %s', (id, name, kind) => {
  expect(taxonomy.find((category) => category.id === id)?.names.en).toBe(name);
  expect(kindOfCategory(id)?.kind.name).toBe(kind);
});

it('an id of a later version is read by the beginning that is known', () => {
  expect(kindOfCategory('fb-1-3-99-4')?.kind.name).toBe('coffee');
});

it.each([' FB-1-3 ', 'Fb-1-3', `fb-1-3${'-9'.repeat(5_000)}`])(
  'an id is read however it is written: %#',
  (id) => {
    expect(rowOfCategory(id)?.id).toBe('fb-1-3');
  },
);

it('knows departments of many kinds from what is in them', () => {
  expect(['na', 'hb', 'HG ', 'hg-10'].filter((id) => !isDepartment(id))).toEqual([]);
  expect(['fb-1-3', 'hb-99', 'zz', '', null].filter(isDepartment)).toEqual([]);
});

it.each(['na', 'hb', 'hg', 'hg-10', 'hb-99', 'zz-1', '', null])(
  'a whole department, or none, says nothing: %s',
  (id) => {
    expect(kindOfCategory(id)).toBeNull();
  },
);

it('what is nothing for a shared screen says so', () => {
  const sensitive = [
    'aa-1-5-2-7',
    'aa-1-6-11-5',
    'hb-1-5',
    'hb-1-11-8',
    'hb-1-15-5',
    'hb-3-8-4-2',
    'hb-3-13',
    'fb-3-4',
    'ma-1-4',
  ];
  expect(sensitive.filter((id) => !kindOfCategory(id)?.isSensitive)).toEqual([]);
  const open = ['aa-1-5-2', 'hb-1-25', 'hb-1-8-6', 'os-4-9-9', 'ha-1-4', 'hg-10-6-11-15', 'fb-1-3'];
  expect(open.filter((id) => kindOfCategory(id)?.isSensitive)).toEqual([]);
});
