import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { ensureKey, findKey, keysOfPerson } from './key-store.server';
import { linkKeys } from './link-store.server';
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
  const keys = await ports.db.read.prisma.shopperKey.findMany();
  const links = await ports.db.read.prisma.shopperLink.findMany();
  const nodes = keys.map((key): KeyNode => ({ id: key.id, kind: key.kind as KeyKind }));
  const expected = persons(nodes, links as unknown as readonly KeyLink[]);
  expect(new Map(keys.map((key) => [key.id, key.personId]))).toEqual(expected);
}

it('makes one key per name and shop, through either door', async () => {
  const name = { kind: 'account', value: '77' } as const;
  const at = ports.clock.now();
  const grouped = await ports.db.group((tx) => ensureKey(tx, { shopId, ...name, at }));
  expect(await ports.db.write((tx) => ensureKey(tx, { shopId, ...name, at }))).toEqual(grouped);
  const foreignShop = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  const foreign = await ports.db.write((tx) => ensureKey(tx, { shopId: foreignShop.id, ...name, at }));
  expect(foreign.id).not.toBe(grouped.id);
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
        await tx.prisma.shopperLink.deleteMany();
        await tx.prisma.shopperKey.deleteMany();
      });
      const ids = await ports.db.group(async (tx) => {
        const made: number[] = [];
        for (const [index, kind] of KINDS.entries()) {
          const name = { kind, value: String(index) };
          made.push((await ensureKey(tx, { shopId, ...name, at: ports.clock.now() })).id);
        }
        return made;
      });
      for (const { a, b, day } of steps) {
        const at = new Date(Date.UTC(2026, 0, day));
        const keyIds = [ids[a] ?? 0, ids[b] ?? 0] as const;
        await ports.db.group((tx) => linkKeys(tx, { shopId, keyIds, source: 'order', at }));
      }
      await expectPersonsAsComputed();
    }),
    { numRuns: 40 },
  );
});

it('keeps one link for two keys, however often it is seen', async () => {
  const at = ports.clock.now();
  const account = await ports.db.group(async (tx) => {
    const accountKey = await ensureKey(tx, { shopId, kind: 'account', value: '1', at });
    const browserKey = await ensureKey(tx, { shopId, kind: 'browser', value: 'b', at });
    const fact = { shopId, source: 'sign-in' } as const;
    await linkKeys(tx, { ...fact, keyIds: [accountKey.id, browserKey.id], at });
    await linkKeys(tx, { ...fact, keyIds: [browserKey.id, accountKey.id], at: new Date(at.getTime() + 1) });
    return accountKey;
  });
  expect(await ports.db.read.prisma.shopperLink.count()).toBe(1);
  expect(await keysOfPerson(ports.db.read, shopId, account.id)).toHaveLength(2);
});
