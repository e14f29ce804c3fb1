import { expect, it } from 'vitest';
import { LABELLED_TITLES } from '../../../test/support/labelled-titles';
import { formatPackSize, readPackSize } from '../pack-size';

it.each(LABELLED_TITLES)('%s: %s', (title, size) => {
  const pack = readPackSize([title]);
  expect(pack ? formatPackSize(pack) : 'none').toBe(size);
});
