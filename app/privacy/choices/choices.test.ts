import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEANS, makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { LANGUAGES } from '../../mail/letter/locale';
import { CHOICES_WORDS } from '../../routes/mail.choices.$token/choices-words';
import { action, loader } from '../../routes/mail.choices.$token/route';

let world: ReminderWorld;
let token: string;

const ada = { email: 'ada@example.test', customerId: 7n };

beforeEach(async () => {
  world = await makeReminderWorld();
  await world.remind({ ...ada, orderId: 1n, remindOn: '2026-12-12' });
  await world.live('2026-12-12T09:30:00Z');
  const text = world.ports.sentMail[0]?.text ?? '';
  token = /\/mail\/choices\/([\w-]+)/.exec(text)?.[1] ?? '';
  await world.remind({ ...ada, orderId: 2n, remindOn: '2027-01-20', item: BEANS });
});
afterEach(() => world.ports.close());

async function send(handler: typeof loader | typeof action, init?: RequestInit, of = token) {
  const request = new Request(`https://larder.example.test/mail/choices/${of}`, init);
  const args = { request, params: { token: of }, context: { ports: world.ports } };
  const response = await handler(args);
  return { status: response.status, headers: response.headers, html: await response.text() };
}
const open = (of?: string) => send(loader, undefined, of);
const press = (choice: string, fields: Record<string, string> = {}) =>
  send(action, { method: 'POST', body: new URLSearchParams({ choice, ...fields }) });
const all = (choice: string, fields: Record<string, string> = {}) => press(choice, { ...fields, whole: '1' });

const beans = () => world.ports.db.read.prisma.reminder.findFirstOrThrow({ where: { orderId: 2n } });
const suppressions = () => world.ports.db.read.prisma.suppression.findMany({ select: { scope: true } });

/** The same question as the mail's reminder put off, so that there is something of its own to change. */
async function snoozed() {
  await world.ports.db.write((tx) =>
    tx.prisma.reminder.updateMany({
      where: { orderId: 1n },
      data: { state: 'active', remindOn: 20_820, occurrence: 1, endedAt: null },
    }),
  );
  return world.ports.db.read.prisma.reminder.findFirstOrThrow({ where: { orderId: 1n } });
}

describe('the page of choices', () => {
  it('opens from the mail’s footer, changes nothing by being looked at, and shows only what the mail was about', async () => {
    await snoozed();
    const before = JSON.stringify(await world.ports.db.read.prisma.mailLink.findMany());
    const { status, html, headers } = await open();
    expect(status).toBe(200);
    expect(html).toContain('House blend');
    expect(html).not.toContain('Espresso beans');
    expect(html).not.toContain('ada@');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(JSON.stringify(await world.ports.db.read.prisma.mailLink.findMany())).toBe(before);
  });

  it('is closed to an unknown token, to one of another purpose, after 30 days, and to what no form of ours says', async () => {
    const other = /\/mail\/unsubscribe\/([\w-]+)/.exec(world.ports.sentMail[0]?.text ?? '')?.[1];
    expect((await open('unknown')).status).toBe(404);
    expect((await open(other)).status).toBe(404);
    for (const choice of ['', 'stop', 'pace', 'on:everything', 'move:'])
      expect((await press(choice)).status).toBe(400);
    expect((await send(action, { method: 'PUT', body: 'choice=show-all' })).status).toBe(405);
    world.ports.clock.advance(31 * 86_400_000);
    expect((await open()).status).toBe(404);
  });

  it('moves and stops a reminder of the mail, with an undo', async () => {
    const { id } = await snoozed();
    const state = async () =>
      (await world.ports.db.read.prisma.reminder.findFirstOrThrow({ where: { id } })).state;
    expect((await press(`move:${id}`, { day: '2027-01-05' })).html).toContain('Around 5 January');
    expect((await press(`move:${id}`, { day: '2026-12-12' })).html).toContain('Please choose a day from');
    expect((await press(`move:${id}`, { day: 'soon' })).html).toContain('Please choose a day from');
    const stopped = await press(`stop:${id}`);
    expect(stopped.html).toContain('Reminder stopped.');
    expect(stopped.html).toContain(`value="resume:${id}"`);
    expect(await state()).toBe('stopped');
    await press(`resume:${id}`);
    expect(await state()).toBe('active');
  });

  it('shows everything only where the mail went to the customer record’s present address', async () => {
    const { id } = await beans();
    expect((await press(`stop:${id}`)).html).toContain('nothing to change');
    expect((await press('show-all')).html).toContain('Espresso beans');
    expect((await all(`move:${id}`, { day: '2027-02-01' })).html).toContain('Around 1 February');
    world.records.set(1n, 'moved@example.test');
    const refused = await press('show-all');
    expect(refused.html).toContain('Only what belongs to this email');
    expect(refused.html).not.toContain('Espresso beans');
    expect((await all(`stop:${id}`)).html).toContain('nothing to change');
    expect((await beans()).state).toBe('active');
    world.failAdmin = new Error('Shopify is away');
    expect((await all(`stop:${id}`)).html).toContain('try again later');
    expect((await beans()).state).toBe('active');
  });

  it('switches a kind off and on again with what was set', async () => {
    expect((await press('off:reminder')).html).toContain('You do not get these.');
    expect((await beans()).state).toBe('stopped');
    await press('off:reminder');
    expect(await suppressions()).toEqual([{ scope: 'reminder' }]);
    await press('on:reminder');
    expect((await beans()).state).toBe('active');
    expect(await suppressions()).toEqual([]);
  });

  it('at most one a week is honoured: the second mail of a week waits', async () => {
    await press('pace', { pace: 'weekly' });
    expect((await open()).html).toMatch(/value="weekly"[^>]*checked|checked[^>]*value="weekly"/);
    await world.remind({ ...ada, orderId: 3n, remindOn: '2026-12-16' });
    await world.live('2026-12-18T20:00:00Z');
    expect(world.ports.sentMail).toHaveLength(1);
    await world.live('2026-12-19T12:00:00Z');
    expect(world.ports.sentMail).toHaveLength(2);
  });

  it('“only reminders I asked for” silences what comes after an order, and nothing else', async () => {
    const { html } = await press('pace', { pace: 'asked' });
    expect(html.match(/You do not get these\./g)).toHaveLength(1);
    await press('pace', { pace: 'each' });
    expect((await open()).html).not.toContain('You do not get these.');
  });

  it('does not name sensitive goods', async () => {
    await snoozed();
    await world.ports.db.write((tx) => tx.prisma.product.updateMany({ data: { isSensitive: true } }));
    const { html } = await press('show-all');
    expect(html).not.toMatch(/House blend|Espresso beans/);
    expect(html).toContain('your item');
  });

  it.each(LANGUAGES)('speaks %s', async (locale) => {
    await world.ports.db.write((tx) => tx.prisma.reminder.updateMany({ data: { locale } }));
    const { html } = await open();
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(`<h1>${CHOICES_WORDS[locale].title}</h1>`);
  });
});
