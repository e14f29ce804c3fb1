import { expect, it } from 'vitest';
import { erasureWords } from './erasure-words';
import { listPersonalData } from './list-personal-data';

const entries = listPersonalData();

it('promises of an erasure what the list below it says', () => {
  const leaving = entries.filter((entry) => entry.remains !== null);
  expect(erasureWords(entries)).toContain(
    `removes ${entries.length - leaving.length} of them whole, and from the other ${leaving.length} whatever can be read back`,
  );
  for (const { howLong, remains } of entries)
    expect(
      howLong.startsWith('Until the shop has left'),
      `"${howLong}" in app/privacy/register.ts: what an erasure leaves stays until the shop has left and says so in "remains"; everything else goes.`,
    ).toBe(remains !== null);
});

it('counts only what may belong to a person', () => {
  expect(entries.map((entry) => entry.what).filter((what) => /access token|no shopper/i.test(what))).toEqual(
    [],
  );
});
