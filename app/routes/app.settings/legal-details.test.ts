import { expect, it } from 'vitest';
import { checkLegalDetails } from './legal-details';

it('takes a name and an address, trimmed', () => {
  const typed = { legalName: ' Corner Ltd ', postalAddress: '1 High Street\nLondon\n' };
  expect(checkLegalDetails(typed)).toEqual({
    ok: true,
    details: { legalName: 'Corner Ltd', postalAddress: '1 High Street\nLondon' },
  });
});

it.each([[{}], [{ legalName: ' ', postalAddress: 'x' }], [{ legalName: 7, postalAddress: null }]])(
  'says what is missing in %j',
  (typed) => {
    const checked = checkLegalDetails(typed);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(Object.values(checked.problems).filter(Boolean)).toHaveLength(2);
  },
);
