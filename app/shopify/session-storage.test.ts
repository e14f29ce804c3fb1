import { Session } from '@shopify/shopify-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';

const SHOP = 'corner.myshopify.com';
let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

const store = (change: object = {}) =>
  ports.shopifyApp.sessionStorage.storeSession(
    new Session({
      ...{ id: `offline_${SHOP}`, shop: SHOP, state: '', isOnline: false, scope: 'read_orders' },
      ...{
        accessToken: 'shpat_1',
        refreshToken: 'shprt_1',
        expires: new Date(Date.now() + 3_600_000),
        ...change,
      },
    }),
  );
const load = () => ports.shopifyApp.sessionStorage.loadSession(`offline_${SHOP}`);
const row = () => ports.db.read.prisma.session.findFirstOrThrow();

it('keeps both tokens sealed and gives them back', async () => {
  await store();
  expect(await load()).toMatchObject({ accessToken: 'shpat_1', refreshToken: 'shprt_1', shop: SHOP });
  expect(JSON.stringify(await row())).not.toMatch(/shpat_|shprt_/);
  const [found] = await ports.shopifyApp.sessionStorage.findSessionsByShop(SHOP);
  expect(found?.accessToken).toBe('shpat_1');
});

it('opens no token that was put into another row or column', async () => {
  await store();
  const { accessToken, refreshToken } = await row();
  await ports.db.write((tx) => tx.prisma.session.updateMany({ data: { refreshToken: accessToken } }));
  await expect(load()).rejects.toThrow('belongs to another row');
  await ports.db.write((tx) =>
    tx.prisma.session.updateMany({ data: { refreshToken, id: 'offline_other.myshopify.com' } }),
  );
  await expect(ports.shopifyApp.sessionStorage.loadSession('offline_other.myshopify.com')).rejects.toThrow();
});

it('keeps nothing of the member of staff who opened Larder', async () => {
  const associated_user = {
    ...{ id: 5, first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.test', locale: 'en' },
    ...{ account_owner: true, collaborator: false, email_verified: true },
  };
  const onlineAccessInfo = { expires_in: 60, associated_user_scope: 'read_orders', associated_user };
  await store({ isOnline: true, onlineAccessInfo });
  expect(await row()).toMatchObject({
    userId: null,
    firstName: null,
    lastName: null,
    email: null,
    locale: null,
  });
});

it('counts a session that can be renewed and does not say when its token ends as expired', async () => {
  await store({ expires: undefined });
  expect((await load())?.isExpired()).toBe(true);
  await store({ expires: undefined, refreshToken: undefined });
  expect((await load())?.isExpired()).toBe(false);
  await store({ accessToken: undefined });
  expect((await load())?.isExpired()).toBe(true);
});
