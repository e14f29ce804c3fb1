import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { ensureKeyHot, linkKeysHot } from './hot-key-store.server';
import { ensureKey, findKey, keysOfPerson } from './key-store.server';
import { persons, type KeyLink, type KeyNode } from './persons';
import type { KeyKind } from './shopper-key';

let ports: TestPorts;
let shopId: number;

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});

afterEach(() => ports.close());

const KINDS: readonly KeyKind[] = [
  'account',
  'browser',
  'account',
  'browser',
  'checkout',
  'browser',
  'account',
  'checkout',
];

/** What the pure function says about everything stored. */
async function expectPersonsAsComputed(): Promise<void> {
  const keys = await ports.db.read.shopperKey.findMany();
  const links = await ports.db.read.shopperLink.findMany();
  const nodes = keys.map((key): KeyNode => ({ id: key.id, kind: key.kind as KeyKind }));
  const expected = persons(nodes, links as unknown as readonly KeyLink[]);
  expect(new Map(keys.map((key) => [key.id, key.personId]))).toEqual(expected);
}

it('makes one key per name and shop, through either door', async () => {
  const name = { kind: 'account', value: '77' } as const;
  const at = ports.clock.now();
  const hot = await ports.db.hot.write((db) => ensureKeyHot(db, shopId, name, at));
  expect(await ports.db.write((tx) => ensureKey(tx, { shopId, ...name, at }))).toEqual(hot);
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  const foreign = await ports.db.write((tx) => ensureKey(tx, { shopId: other.id, ...name, at }));
  expect(foreign.id).not.toBe(hot.id);
  expect(foreign.personId).toBe(foreign.id);
  expect(await findKey(ports.db.read, { shopId, kind: 'browser', value: '77' })).toBeNull();
});

it('keeps every person up to date while links come', async () => {
  const step = fc.record({
    a: fc.nat(KINDS.length - 1),
    b: fc.nat(KINDS.length - 1),
    day: fc.integer({ min: 1, max: 28 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await ports.db.write(async (tx) => {
        await tx.shopperLink.deleteMany();
        await tx.shopperKey.deleteMany();
      });
      const ids = await ports.db.hot.write((hot) =>
        KINDS.map(
          (kind, index) => ensureKeyHot(hot, shopId, { kind, value: String(index) }, ports.clock.now()).id,
        ),
      );
      for (const { a, b, day } of steps) {
        await ports.db.hot.write((hot) => {
          linkKeysHot(hot, shopId, ids[a] ?? 0, ids[b] ?? 0, 'order', new Date(Date.UTC(2026, 0, day)));
        });
      }
      await expectPersonsAsComputed();
    }),
    { numRuns: 40 },
  );
});

it('keeps one link for two keys, however often it is seen', async () => {
  const at = ports.clock.now();
  const [account] = await ports.db.hot.write((hot) => {
    const keys = [
      ensureKeyHot(hot, shopId, { kind: 'account', value: '1' }, at),
      ensureKeyHot(hot, shopId, { kind: 'browser', value: 'b' }, at),
    ] as const;
    linkKeysHot(hot, shopId, keys[0].id, keys[1].id, 'sign-in', at);
    linkKeysHot(hot, shopId, keys[1].id, keys[0].id, 'sign-in', new Date(at.getTime() + 1));
    return keys;
  });
  expect(await ports.db.read.shopperLink.count()).toBe(1);
  expect(await keysOfPerson(ports.db.read, shopId, account.id)).toHaveLength(2);
});
