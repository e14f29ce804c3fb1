import { expect, it } from 'vitest';
import { sensitiveWords } from './sensitive-words';

const yes = { isSensitive: true, isOutdated: false } as const;
const no = { isSensitive: false, by: null, words: '', isOutdated: false } as const;

it.each([
  [
    { ...yes, by: 'category', words: 'Condoms' },
    'It is treated as sensitive, by its Shopify category: “Condoms”.',
  ],
  [{ ...yes, by: 'category', words: '' }, 'It is treated as sensitive, by its Shopify category.'],
  [{ ...yes, by: 'title', words: 'Kondome' }, 'It is treated as sensitive, by its title: “Kondome”.'],
  [{ ...yes, by: 'type', words: 'Adult' }, 'It is treated as sensitive, by its product type: “Adult”.'],
  [{ ...yes, by: 'tag', words: 'Adult' }, 'It is treated as sensitive, by one of its tags: “Adult”.'],
  [
    { ...yes, by: 'resemblance', words: '' },
    'It is treated as sensitive, for its title resembles such goods.',
  ],
  [no, 'It is not treated as sensitive: neither its category nor its words speak of anything private.'],
  [
    { ...no, isOutdated: true },
    'It is not treated as sensitive, as an older version of Larder decided; it is decided anew within a day.',
  ],
] as const)('says what is so: %j', (about, is) => {
  expect(sensitiveWords(about).is).toBe(is);
});

it('says which tag changes it, and which one to take off', () => {
  expect(sensitiveWords({ ...yes, by: 'title', words: 'Kondome' }).change).toMatch(
    /^If it is not, tag it “larder-not-sensitive”/,
  );
  expect(sensitiveWords(no).change).toMatch(/^If it should be, tag it “larder-sensitive”/);
  const own = { ...no, by: 'own-tag', words: 'larder-not-sensitive' } as const;
  expect(sensitiveWords(own)).toEqual({
    is: 'It is not treated as sensitive: you tagged it “larder-not-sensitive”.',
    change: 'Take the tag “larder-not-sensitive” off in Shopify, and Larder decides again.',
  });
});
