import { expect, it } from 'vitest';
import { formatsFor } from './formats';
import { leftOutRows } from './left-out-words';

const formats = formatsFor({ locale: 'en-GB', currency: 'GBP' });
const nothing = { lateIdentity: 0, orderAwaited: 0, olderVersion: 0, otherCurrency: 0, afterToday: 0 };

it('says nothing when nothing was left out', () => {
  expect(leftOutRows(nothing, formats)).toEqual([]);
});

it('says what was left out, why, and how many', () => {
  const rows = leftOutRows({ ...nothing, lateIdentity: 2, olderVersion: 1200, otherCurrency: 1 }, formats);
  expect(rows.map(({ what, howMany }) => `${what}: ${howMany}`)).toEqual([
    'Met under an older version: 1,200 shoppers',
    'Known or reminded before they could count: 2 offers',
    'Paid in another currency, or an amount that is not known: 1 order',
  ]);
});
