import { expect, test } from 'vitest';
import { JOBS } from '../job-definitions';
import type { JobId, NewJob } from '../ports';

/** Takes what `enqueue` takes. What must not compile stands behind `@ts-expect-error`: `npm run types` fails when it does. */
const asked = (job: NewJob) => job;

test('a job that is spelled wrong, or lacks what its definition asks for, does not compile', () => {
  asked({ kind: 'orders.refetch', shopId: 1 });
  asked({ kind: 'orders.arrived', shopId: 1, payload: { orderIds: ['1'] } });
  asked({ kind: 'results.collect', shopId: 1, payload: { keyIds: [1] } });
  asked({ kind: 'mail.deliver', key: 'outbox' });
  // @ts-expect-error a typo
  asked({ kind: 'orders.refech', shopId: 1 });
  // @ts-expect-error no shop
  asked({ kind: 'orders.refetch' });
  // @ts-expect-error a shop for a job that serves all of them
  asked({ kind: 'mail.deliver', shopId: 1 });
  // @ts-expect-error no payload
  asked({ kind: 'orders.arrived', shopId: 1 });
  // @ts-expect-error another payload: JSON holds ids as text
  asked({ kind: 'orders.arrived', shopId: 1, payload: { orderIds: [1n] } });
  // @ts-expect-error a field that is none
  asked({ kind: 'results.collect', shopId: 1, payload: { keyId: [1] } });
});

test('erasures and leaving, and nothing else, run alone in their shop and are owed', () => {
  const ids = Object.keys(JOBS) as JobId[];
  const alone = ids.filter((id) => id.startsWith('privacy.') || id === 'shops.leave');
  expect(ids.filter((id) => JOBS[id].excludes === 'whole-shop')).toEqual(alone);
  expect(ids.filter((id) => JOBS[id].isOwed)).toEqual(alone);
});
