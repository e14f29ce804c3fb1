import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { ensureKey } from './key-store.server';
import { linkKeys } from './link-store.server';
import { isOptedOut } from './opt-out';
import { clearOptOut, optOutsOfPerson, saveOptOut } from './opt-out-store.server';

let ports: TestPorts;

beforeEach(async () => {
  ports = await makeTestPorts();
});

afterEach(() => ports.close());

it('holds for every key of the person, by scope, until taken back', async () => {
  const { id: shopId } = await makeTestShop(ports);
  const at = ports.clock.now();
  const [account, browser] = await ports.db.group(async (tx) => {
    const accountKey = await ensureKey(tx, { shopId, kind: 'account', value: '1', at });
    const browserKey = await ensureKey(tx, { shopId, kind: 'browser', value: 'b', at });
    await linkKeys(tx, { shopId, keyIds: [accountKey.id, browserKey.id], source: 'order', at });
    return [accountKey, browserKey] as const;
  });
  await ports.db.write(async (tx) => {
    await saveOptOut(tx, { shopId, keyId: browser.id, scope: 'shelf', at });
    await saveOptOut(tx, { shopId, keyId: browser.id, scope: 'shelf', at: new Date(0) });
  });
  const scopes = await optOutsOfPerson(ports.db.read, shopId, account.personId);
  expect(scopes).toEqual(['shelf']);
  expect(isOptedOut(scopes, 'shelf')).toBe(true);
  expect(isOptedOut(scopes, 'reminder')).toBe(false);
  expect(isOptedOut(['all'], 'reminder')).toBe(true);
  await ports.db.write((tx) => clearOptOut(tx, { shopId, keyId: account.id, scope: 'shelf' }));
  expect(await optOutsOfPerson(ports.db.read, shopId, account.personId)).toEqual([]);
});
