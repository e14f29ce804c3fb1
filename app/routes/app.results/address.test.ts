import { expect, it } from 'vitest';
import { readAddress, writeAddress } from './address';

const read = (query: string) => readAddress(new URLSearchParams(query));

it('reads what it writes', () => {
  const asked = { of: 'shelf', on: '2026-11-03', version: 2 } as const;
  expect(writeAddress(asked)).toBe('?of=shelf&on=2026-11-03&version=2');
  expect(read(writeAddress(asked))).toEqual(asked);
  expect(read(writeAddress({ of: 'larder', on: null, version: null }))).toEqual({
    of: 'larder',
    on: null,
    version: null,
  });
});

it.each(['', '?of=nothing&on=2026-02-30&version=-1', '?on=yesterday&version=x', '?version=0'])(
  'leaves out what it cannot mean: %s',
  (query) => {
    expect(read(query)).toEqual({ of: null, on: null, version: null });
  },
);
