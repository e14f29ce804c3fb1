import { expect, test } from 'vitest';
import { askedWaitMs } from './asked-wait';

test.each([
  ['450 4.2.0 Greylisted, please try again in 300 seconds', 300_000],
  ['451 4.7.1 Greylisting in action, please come back in 00:04:57', 0],
  ['450 4.7.0 Retry after 5 minutes', 300_000],
  ['421 Too many messages, wait 1 hour', 3_600_000],
  ['450 4.2.0 You have been greylisted for 60 s', 60_000],
  ['421 4.7.0 Try again later, closing connection', 0],
  ['451 Try again in 99999 hours', 6 * 3_600_000],
  ['451 4.3.0 Mail server busy (error 300)', 0],
  ['', 0],
])('“%s” asks for %d ms', (said, ms) => expect(askedWaitMs(said)).toBe(ms));
