import { expect, test } from 'vitest';
import { withoutAddresses } from './without-addresses';

test('a refusal is logged without saying whose mail it was', () => {
  const refusal =
    "all recipients were rejected: 550 5.1.1 <ada.l+x@example.test>: 'ada@example.test' unknown";
  expect(withoutAddresses(refusal)).toBe("all recipients were rejected: 550 5.1.1 <…>: '…' unknown");
});
