/** Keys that change, and what an older version left plain. */
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Session } from '@shopify/shopify-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renewSeals } from '../app/privacy/renew-seals.server';
import { addressOf, addressPlace } from '../app/reminders/reminder-address';
import { createSeals } from '../app/sealing/seals.server';
import { makeTestPorts, makeTestShop, TEST_KEY, testKeys, type TestPorts } from './support/test-ports';

const SHOP = 'corner.myshopify.com';
const NEW_KEY = Buffer.alloc(32, 'a newer key').toString('base64');
const COUNT = 1_203;

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

const idOf = (n: number) => `reminder-${String(n).padStart(5, '0')}`;
const reminders = () => ports.db.read.prisma.reminder.findMany({ orderBy: { id: 'asc' } });

async function addReminders(emailOf: (n: number) => string): Promise<void> {
  await ports.db.write((tx) =>
    tx.prisma.reminder.createMany({
      data: Array.from({ length: COUNT }, (_, n) => ({
        ...{ id: idOf(n), shopId, state: 'active', checkoutToken: `c${n}`, productId: 1n, remindOn: 1 },
        ...{ offeredOn: 1, email: emailOf(n), wording: 'v1', acceptedAt: ports.clock.now() },
      })),
    }),
  );
}

const sealedOf = (n: number) =>
  ports.seals.seal(`buyer${n}@example.test`, addressPlace({ shopId, id: idOf(n) }));
const storeSession = () =>
  ports.shopifyApp.sessionStorage.storeSession(
    new Session({
      ...{ id: `offline_${SHOP}`, shop: SHOP, state: '', isOnline: false },
      ...{ accessToken: 'shpat_1', refreshToken: 'shprt_1' },
    }),
  );

it('what an older version left plain is sealed, and no byte of it is left once the file is rewritten', async () => {
  await addReminders((n) => `buyer${n}@example.test`);
  await ports.db.write((tx) =>
    tx.prisma.session.create({
      data: { id: `offline_${SHOP}`, shop: SHOP, state: '', accessToken: 'shpat_plain' },
    }),
  );
  expect(await renewSeals(ports, 'plain')).toEqual({
    sealed: { 'Session.accessToken': 1, 'Reminder.email': COUNT },
    older: 0,
  });
  const [first] = await reminders();
  const { sealed, place } = addressOf(first!)!;
  expect(ports.seals.open(sealed, place)).toBe('buyer0@example.test');
  expect(await ports.shopifyApp.sessionStorage.loadSession(`offline_${SHOP}`)).toMatchObject({
    accessToken: 'shpat_plain',
  });
  expect(await renewSeals(ports, 'plain')).toEqual({ sealed: {}, older: 0 });
  await ports.db.rewrite();
  const file = ports.config.databaseFile;
  for (const path of [file, `${file}-wal`]) expect(readFileSync(path).includes('@example.test')).toBe(false);
  expect((await reminders()).length).toBe(COUNT);
});

it('everything is sealed with the present key, so that the older one may go', async () => {
  await addReminders(sealedOf);
  await storeSession();
  const rotated = { ...ports, seals: createSeals(testKeys(NEW_KEY, TEST_KEY)) };
  expect(await renewSeals(rotated, 'plain')).toEqual({ sealed: {}, older: COUNT + 2 });
  expect(await renewSeals(rotated, 'all')).toEqual({
    sealed: { 'Session.accessToken': 1, 'Session.refreshToken': 1, 'Reminder.email': COUNT },
    older: 0,
  });
  const alone = createSeals(testKeys(NEW_KEY));
  for (const row of await reminders()) {
    const { sealed, place } = addressOf(row)!;
    expect(alone.open(sealed, place)).toBe(`buyer${Number(row.id.slice(-5))}@example.test`);
  }
  expect(await renewSeals({ ...ports, seals: alone }, 'all')).toEqual({ sealed: {}, older: 0 });
});

it('broken off, it goes on where it was; what changed meanwhile is left as it is', async () => {
  await addReminders(sealedOf);
  const seals = createSeals(testKeys(NEW_KEY, TEST_KEY));
  let writes = 0;
  const breaking: typeof ports.db = {
    ...ports.db,
    group: (work) => {
      if ((writes += 1) > 1) throw new Error('killed');
      return ports.db.group(work);
    },
  };
  await expect(renewSeals({ ...ports, seals, db: breaking }, 'all')).rejects.toThrow('killed');
  const isNew = (email: string | null) => email?.startsWith(seals.prefixes.current);
  expect((await reminders()).filter(({ email }) => isNew(email))).toHaveLength(500);
  await ports.db.write((tx) =>
    tx.prisma.reminder.delete({ where: { shopId_id: { shopId, id: idOf(900) } } }),
  );
  expect(await renewSeals({ ...ports, seals }, 'all')).toMatchObject({
    sealed: { 'Reminder.email': COUNT - 501 },
  });
});

it('without a key that something was sealed with, nothing is changed and the sentence says what to do', async () => {
  await addReminders(sealedOf);
  const seals = createSeals(testKeys(NEW_KEY));
  await expect(renewSeals({ ...ports, seals }, 'plain')).rejects.toThrow(
    /1203 values of Reminder\.email were encrypted with a key that ENCRYPTION_KEY does not hold .* ENCRYPTION_KEY=PRESENT,OLDER/,
  );
  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  expect(
    db.prepare('SELECT count(*) FROM Reminder WHERE email GLOB ?').pluck().get(`${seals.prefixes.current}*`),
  ).toBe(0);
  db.close();
});
