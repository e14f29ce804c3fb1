import { expect, test } from 'vitest';
import { mintId, noIdsYet, placeOf } from './mint-ids';

test('ids lie beyond 2^53, fit 64 bits, and neighbours are one to a double', () => {
  const counts = noIdsYet();
  const ids = Array.from({ length: 1000 }, () => mintId(counts, 'order'));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) {
    expect(BigInt(id)).toBeGreaterThan(2n ** 53n);
    expect(BigInt(id)).toBeLessThan(2n ** 63n);
  }
  expect(new Set(ids.map(Number)).size).toBeLessThan(1000);
});

test('kinds never share an id, and a place is found again', () => {
  const counts = noIdsYet();
  expect(mintId(counts, 'order')).not.toBe(mintId(counts, 'product'));
  mintId(counts, 'line');
  expect(placeOf('line', mintId(counts, 'line'))).toBe(1);
});
