import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../test/support/test-ports';
import { followLeaving } from './follow-leaving.server';

let ports: TestPorts;
let shopId: number;

beforeEach(async () => {
  ports = await makeTestPorts();
  const at = ports.clock.now();
  ({ id: shopId } = await makeTestShop(ports, {}));
  await ports.db.write(async (tx) => {
    const session = { shop: 'corner.myshopify.com', state: '', accessToken: 'secret' };
    await tx.prisma.session.create({ data: { ...session, id: 'offline_corner' } });
    await tx.prisma.session.create({ data: { ...session, id: 'other', shop: 'other.myshopify.com' } });
    await tx.prisma.tactic.create({ data: { shopId, name: 'shelf', state: 'on', changedAt: at } });
    await tx.prisma.tactic.create({ data: { shopId, name: 'reminder', state: 'paused', changedAt: at } });
    await tx.prisma.tactic.create({ data: { shopId: 99, name: 'shelf', state: 'on', changedAt: at } });
  });
  ports.clock.advance(60_000);
});
afterEach(() => ports.close());

const leave = (leftAt: Date) => followLeaving(ports, { shopId, payload: { leftAt } });
const states = async () =>
  (await ports.db.read.prisma.tactic.findMany({ orderBy: [{ shopId: 'asc' }, { name: 'asc' }] })).map(
    (row) => `${row.shopId === shopId ? 'this' : 'other'} ${row.name} ${row.state}`,
  );

test('a shop that left has every switch off and no session; others keep theirs, and a second try changes nothing', async () => {
  const leftAt = ports.clock.now();
  await ports.db.write((tx) =>
    tx.prisma.shop.update({ where: { id: shopId }, data: { uninstalledAt: leftAt } }),
  );
  for (let tries = 0; tries < 2; tries += 1) {
    await leave(leftAt);
    expect(await states()).toEqual(['this reminder off', 'this shelf off', 'other shelf on']);
    expect(await ports.db.read.prisma.tacticChange.findMany({ orderBy: { tactic: 'asc' } })).toMatchObject([
      { shopId, tactic: 'reminder', change: 'switched-off', at: leftAt },
      { shopId, tactic: 'shelf', change: 'switched-off', at: leftAt },
    ]);
    expect((await ports.db.read.prisma.session.findMany()).map(({ id }) => id)).toEqual(['other']);
  }
});

test('a merchant who came back meanwhile keeps the new session, and what was switched on since', async () => {
  const leftAt = ports.clock.now();
  ports.clock.advance(60_000);
  await ports.db.write((tx) =>
    tx.prisma.tactic.update({
      where: { shopId_name: { shopId, name: 'reminder' } },
      data: { state: 'on', changedAt: ports.clock.now() },
    }),
  );
  await leave(leftAt);
  expect(await states()).toEqual(['this reminder on', 'this shelf off', 'other shelf on']);
  expect(await ports.db.read.prisma.session.count()).toBe(2);
});
