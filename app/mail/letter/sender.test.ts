import { expect, test } from 'vitest';
import { senderOf } from './sender';

test('a shop cannot break out of its own header', () => {
  expect(senderOf('Corner, the "best"\r\nBcc: x@y.z <a@b.c>', 'r@larder.example')).toBe(
    '"Corner, the best Bcc: x@y.z a@b.c" <r@larder.example>',
  );
  expect(senderOf('  ', 'r@larder.example')).toBe('r@larder.example');
});
