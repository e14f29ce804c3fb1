import { expect, it } from 'vitest';
import { verdictEvidence } from './verdict-evidence';

it('rows of an older version are read, without what they lack', () => {
  const kept = { kind: 'coffee', kindFrom: 'category', reasons: ['kind-used-up'], buyers: 3 };
  expect(verdictEvidence(kept)).toMatchObject({
    kind: 'coffee',
    kindFrom: 'category',
    kindWords: '',
    buyers: 3,
  });
  expect(verdictEvidence({ kind: 'tea' })).toMatchObject({ kind: 'tea', kindFrom: null, kindWords: '' });
  expect(verdictEvidence(null)).toMatchObject({ kind: 'unknown kind', kindFrom: null, level: null });
});
