import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { unsubscribe } from '../links/unsubscribe.server';
import { listToTell } from './list-to-tell.server';
import { writeConsent } from './write-consent.server';

let world: ReminderWorld;
let record: { emailAddress: string; marketingState: string };
let written: string[];
let token: string;

beforeEach(async () => {
  world = await makeReminderWorld();
  await world.remind({ orderId: 1n, remindOn: '2026-12-12', email: 'ada@example.test', customerId: 7n });
  await world.live('2026-12-12T09:30:00Z');
  token = /\/mail\/unsubscribe\/([\w-]+)/.exec(world.ports.sentMail[0]?.text ?? '')?.[1] ?? '';
  record = { emailAddress: 'Ada@example.test', marketingState: 'SUBSCRIBED' };
  written = [];
  world.questions.push(
    [
      'CustomerConsent',
      () => ({ customer: { id: 'gid://shopify/Customer/7', defaultEmailAddress: record } }),
    ],
    [
      'UpdateConsent',
      ({ input }) => {
        const { emailMarketingConsent } = input as { emailMarketingConsent: { marketingState: string } };
        record = { ...record, ...emailMarketingConsent };
        written.push(emailMarketingConsent.marketingState);
        return { customerEmailMarketingConsentUpdate: { userErrors: [] } };
      },
    ],
  );
});
afterEach(() => world.ports.close());

const grant = (scopes: string) =>
  world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { scopes } }));
const say = (choice: 'kind' | 'all' | 'undo') =>
  unsubscribe(world.ports, MAIL_KINDS, token, { choice, source: 'link' });
const run = () => writeConsent(world.ports, { shopId: world.shop.id });
const toTell = async () => (await listToTell(world.ports, world.shop.id)).customers.map(({ id }) => id);

it('is written into Shopify’s record once, and back when it is taken back', async () => {
  await grant('read_customers,write_customers');
  await say('all');
  await run();
  await run();
  expect(written).toEqual(['UNSUBSCRIBED']);
  await say('undo');
  await run();
  expect(written).toEqual(['UNSUBSCRIBED', 'SUBSCRIBED']);
});

it('without the scope the merchant is told, until it is granted or taken back', async () => {
  await say('all');
  await run();
  expect(written).toEqual([]);
  expect(await toTell()).toEqual(['7']);
  await grant('write_customers');
  await run();
  expect(written).toEqual(['UNSUBSCRIBED']);
  expect(await toTell()).toEqual([]);
});

it('nothing is left of what was taken back before it was written', async () => {
  await say('all');
  await run();
  await say('undo');
  await grant('write_customers');
  await run();
  expect([written, await toTell()]).toEqual([[], []]);
});

it('stopping reminders alone says nothing about marketing, and another address nothing about the record', async () => {
  await grant('write_customers');
  await say('kind');
  await run();
  expect(await world.ports.db.read.prisma.consentWish.count()).toBe(0);
  record = { ...record, emailAddress: 'moved@example.test' };
  await say('all');
  await run();
  expect(written).toEqual([]);
});

it('who never was subscribed is not touched; while Shopify is away it is tried again', async () => {
  await grant('write_customers');
  await say('all');
  world.failAdmin = new Error('away');
  await expect(run()).rejects.toThrow('away');
  world.failAdmin = null;
  record = { ...record, marketingState: 'NOT_SUBSCRIBED' };
  await run();
  expect(written).toEqual([]);
  expect(await world.ports.db.read.prisma.consentWish.findMany()).toMatchObject([{ state: 'moot' }]);
});
