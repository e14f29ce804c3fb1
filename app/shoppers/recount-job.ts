import type { NewJob } from '../ports';

/** The job that counts a shopper's person anew, after something that results count or that made two persons one. */
export function recountJob(shopId: number, keyId: number): NewJob {
  return { kind: 'results.collect', shopId, key: `key-${keyId}`, payload: { keyIds: [keyId] } };
}
