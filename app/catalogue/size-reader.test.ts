import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { LABELLED_TITLES } from '../../test/support/labelled-titles';
import { readPackSize, SIZE_READER } from './pack-size';

/** What each version makes of the labelled titles. A line is added, never changed: 1 was before versions were kept. */
const READ_BY: Readonly<Record<number, string>> = { 2: '8d5bc6ea312b6f86' };

it('a reader that reads otherwise has another version, so that stored sizes are read anew', () => {
  const read = LABELLED_TITLES.map(([title]) => readPackSize([title]));
  const digest = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 16);
  expect(digest, `Raise SIZE_READER, and note here what it reads: ${digest}`).toBe(READ_BY[SIZE_READER]);
});
