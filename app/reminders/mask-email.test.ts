import { expect, it } from 'vitest';
import { maskEmail } from './mask-email';

it.each([
  ['jane.doe@example.com', 'j…@example.com'],
  ['"a@b"@example.com', '"…@example.com'],
  ['j@example.com', 'j…@example.com'],
  ['@example.com', '…'],
  ['', '…'],
])('masks %s as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
