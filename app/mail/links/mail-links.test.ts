import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEANS, makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { findKey } from '../../shoppers/key-store.server';
import { optOutsOfPerson } from '../../shoppers/opt-out-store.server';
import { action as snoozePost, loader as snoozeGet } from '../../routes/mail.snooze.$token';
import { action as unsubscribePost, loader as unsubscribeGet } from '../../routes/mail.unsubscribe.$token';

const DAY = '2026-12-12';
const NINE = `${DAY}T09:00:00Z`;

let world: ReminderWorld;
let links: { snooze: string; unsubscribe: string };

beforeEach(async () => {
  world = await makeReminderWorld();
  await world.remind({ orderId: 1n, remindOn: DAY, email: 'ada@example.test', customerId: 7n });
  await world.live(NINE);
  links = linksOf(0);
});

afterEach(() => world.ports.close());

function linksOf(index: number): { snooze: string; unsubscribe: string } {
  const text = world.ports.sentMail[index]?.text ?? '';
  const token = (purpose: string) => new RegExp(`/mail/${purpose}/([\\w-]+)`).exec(text)?.[1] ?? '';
  return { snooze: token('snooze'), unsubscribe: token('unsubscribe') };
}

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;
type Action = (args: ActionFunctionArgs) => Promise<Response>;

async function send(handler: Loader | Action, token: string, init?: RequestInit) {
  const request = new Request(`https://larder.example.test/mail/x/${token}`, init);
  const args = {
    request,
    params: { token },
    context: { ports: world.ports },
  } as unknown as ActionFunctionArgs;
  const response = await handler(args);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

const reminder = () => world.ports.db.read.prisma.reminder.findFirstOrThrow();

/** Every row that a link could change. */
async function everything(): Promise<string> {
  const { db } = world.ports;
  const rows = await Promise.all([
    db.read.prisma.reminder.findMany(),
    db.read.prisma.message.findMany(),
    db.read.prisma.mailLink.findMany({ orderBy: { tokenHash: 'asc' } }),
    db.read.prisma.suppression.findMany(),
    db.read.prisma.optOut.findMany(),
  ]);
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

describe('opening a link', () => {
  it('changes nothing, whoever opens it however often, and tells nobody its address', async () => {
    const before = await everything();
    for (const method of ['GET', 'HEAD', 'GET']) {
      for (const [open, token] of [
        [snoozeGet, links.snooze],
        [unsubscribeGet, links.unsubscribe],
      ] as const) {
        const page = await send(open, token, { method });
        expect(page.status).toBe(200);
        expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
        expect(page.headers.get('X-Robots-Tag')).toContain('noindex');
        expect(page.headers.get('Cache-Control')).toBe('no-store');
        expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
        expect(page.html).not.toContain('ada@');
      }
    }
    expect(await everything()).toBe(before);
  });

  it('keeps only hashes of tokens', async () => {
    expect(await everything()).not.toContain(links.snooze);
    expect(await everything()).not.toContain(links.unsubscribe);
  });

  it('works only for its own purpose and until it expires', async () => {
    expect((await send(snoozeGet, links.unsubscribe)).status).toBe(404);
    expect((await send(snoozePost, links.unsubscribe, form({ choice: 'week' }))).status).toBe(404);
    expect((await send(unsubscribePost, links.snooze, form({ choice: 'all' }))).status).toBe(404);
    expect((await send(snoozeGet, 'unknown')).status).toBe(404);
    world.ports.clock.advance(31 * 86_400_000);
    expect((await send(snoozeGet, links.snooze)).status).toBe(404);
    expect((await send(unsubscribeGet, links.unsubscribe)).status).toBe(200);
    world.ports.clock.advance(335 * 86_400_000);
    expect((await send(unsubscribeGet, links.unsubscribe)).status).toBe(404);
  });

  it('is for people: the page has buttons, and a script of its own that waits for one', async () => {
    const { html, headers } = await send(snoozeGet, links.snooze);
    expect(html).toContain('<h1>Remind me later</h1>');
    expect(html).toContain('Corner');
    expect(html).toMatch(
      /<form method="post"[^>]* id="later"[^>]*><button type="submit" name="choice" value="week"/,
    );
    const nonce = /<script nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(headers.get('Content-Security-Policy')).toContain(`script-src 'nonce-${nonce}'`);
  });

  it('speaks the language of a visitor it does not know', async () => {
    const { html } = await send(snoozeGet, 'unknown', { headers: { 'Accept-Language': 'fr-FR,fr;q=0.9' } });
    expect(html).toContain('lang="fr"');
  });
});

describe('the pages', () => {
  const stop = (choice: string) => send(unsubscribePost, links.unsubscribe, form({ choice }));

  it('name the product, never a sensitive one, and lead back to the shop', async () => {
    for (const [open, token] of [
      [snoozeGet, links.snooze] as const,
      [unsubscribeGet, links.unsubscribe] as const,
    ]) {
      const { html } = await send(open, token);
      expect(html).toContain('House blend');
      expect(html).toContain(`<a href="https://${world.shop.domain}/">Back to`);
    }
    await world.ports.db.write((tx) => tx.prisma.product.updateMany({ data: { isSensitive: true } }));
    for (const [open, token] of [
      [snoozeGet, links.snooze] as const,
      [unsubscribeGet, links.unsubscribe] as const,
    ]) {
      const { html } = await send(open, token);
      expect(html).not.toContain('House blend');
      expect(html).toContain('your item');
    }
  });

  it('stop one item alone: what is set for it ends, and comes back with the undo', async () => {
    const { productId } = await reminder();
    const active = () => world.ports.db.read.prisma.reminder.count({ where: { state: 'active' } });
    await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ada@example.test', customerId: 7n });
    await world.remind({
      orderId: 3n,
      remindOn: '2027-02-10',
      email: 'ada@example.test',
      customerId: 7n,
      item: BEANS,
    });
    const { html } = await stop(`stop:${productId}`);
    expect(html).toContain('no more emails about House blend, unless you ask');
    expect(html).toContain('Write about House blend again');
    expect(await active()).toBe(1);
    await stop(`resume:${productId}`);
    expect(await active()).toBe(2);
    const before = await everything();
    await stop(`stop:${BEANS.productId}`);
    expect(await everything()).toBe(before);
  });

  it('hear of a stopped item again from whoever asks for it again', async () => {
    await stop(`stop:${(await reminder()).productId}`);
    await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ada@example.test', customerId: 7n });
    await world.live('2027-01-10T09:30:00Z');
    expect(world.ports.sentMail).toHaveLength(2);
  });
});

describe('a snooze', () => {
  const choose = (choice: string, token = links.snooze) => send(snoozePost, token, form({ choice }));

  it('brings one more mail on its day, with links of its own', async () => {
    const page = await choose('week');
    expect(page.html).toContain('Your reminder comes again on 19 December.');
    expect(page.html).not.toContain('<script');
    await world.live('2026-12-19T09:00:00Z');
    expect(world.ports.sentMail).toHaveLength(2);
    expect(linksOf(1).snooze).not.toBe(links.snooze);
    expect((await send(snoozeGet, links.snooze)).html).toContain('Nothing to put off');
    await choose('week', linksOf(1).snooze);
    await world.live('2026-12-26T09:00:00Z');
    expect(world.ports.sentMail).toHaveLength(3);
    const keys = await world.ports.db.read.prisma.message.findMany({ select: { businessKey: true } });
    expect(new Set(keys.map((message) => message.businessKey)).size).toBe(3);
  });

  it('said twice is one snooze, on another day too', async () => {
    await choose('week');
    world.ports.clock.advance(2 * 86_400_000);
    await choose('week');
    expect(await reminder()).toMatchObject({ state: 'active', snoozes: 1, occurrence: 1 });
    expect((await send(snoozeGet, links.snooze)).html).toContain('19 December');
  });

  it('can be changed and taken back, even when its mail is planned already', async () => {
    await choose('week');
    expect((await choose('month')).html).toContain('on 11 January 2027.');
    const undone = await choose('undo');
    expect(undone.html).toContain('This reminder will not come again.');
    expect(await reminder()).toMatchObject({ state: 'sent' });
    await choose('week');
    world.ports.clock.set('2026-12-19T08:30:00Z');
    await world.handlers['mail.plan']?.(world.ports, { id: 0n, shopId: null, payload: {} });
    await choose('undo');
    await world.live('2027-02-01T09:00:00Z');
    expect(world.ports.sentMail).toHaveLength(1);
  });

  it('finds nothing to put off once the shopper bought, stopped or unsubscribed', async () => {
    await send(unsubscribePost, links.unsubscribe, form({ choice: 'kind' }));
    expect((await choose('week')).html).toContain('Nothing to put off');
    await send(unsubscribePost, links.unsubscribe, form({ choice: 'undo' }));
    await world.ports.db.write((tx) => tx.prisma.reminder.updateMany({ data: { state: 'bought' } }));
    expect((await choose('week')).html).toContain('Nothing to put off');
    expect(await reminder()).toMatchObject({ state: 'bought' });
  });

  it('refuses what is no choice', async () => {
    const before = await everything();
    expect((await choose('year')).status).toBe(400);
    expect((await send(snoozePost, links.snooze, { method: 'POST', body: 'x'.repeat(9000) })).status).toBe(
      400,
    );
    expect(await everything()).toBe(before);
  });
});

describe('an unsubscribe', () => {
  const say = (choice: string) => send(unsubscribePost, links.unsubscribe, form({ choice }));
  const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

  const multipart = () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    return body;
  };
  const typed = (type: string, body?: BodyInit) => ({ headers: { 'Content-Type': type }, body });
  const inCapitals = () =>
    typed(
      'Multipart/Form-Data; boundary=Xy',
      '--Xy\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--Xy--\r\n',
    );
  const cutShort = () => ({
    body: new ReadableStream({
      start: (controller) => controller.error(new Error('The connection broke')),
    }),
    duplex: 'half' as const,
  });

  it.each<[string, () => RequestInit]>([
    ['url-encoded', () => ({ body: new URLSearchParams(ONE_CLICK) })],
    ['multipart', () => ({ body: multipart() })],
    ['multipart in capitals', inCapitals],
    ['multipart that is broken', () => typed('multipart/form-data; boundary=Xy', '--Yx nothing')],
    ['multipart without a boundary', () => typed('multipart/form-data', 'List-Unsubscribe=One-Click')],
    ['nothing at all', () => ({})],
    ['an empty text', () => ({ body: '' })],
    ['JSON', () => typed('application/json', JSON.stringify(ONE_CLICK))],
    ['JSON that is broken', () => typed('application/json', '{"choice":')],
    ['plain text with CRLF', () => typed('text/plain', 'List-Unsubscribe=One-Click\r\n')],
    ['plain text without a type', () => typed('', 'List-Unsubscribe=One-Click')],
    ['other letters', () => typed('application/x-www-form-urlencoded', 'list-unsubscribe=ONE-CLICK')],
    [
      'another charset',
      () =>
        typed(
          'application/x-www-form-urlencoded; charset=utf-16le',
          Buffer.from('List-Unsubscribe=One-Click', 'utf16le'),
        ),
    ],
    ['bytes that are no text', () => typed('application/octet-stream', new Uint8Array([0, 255, 254, 128]))],
    ['a type that is none', () => typed(';;;', 'x')],
    ['far too much', () => ({ body: 'x'.repeat(100_000) })],
    ['a body that is cut short', cutShort],
    ['the fields of another form', () => ({ body: new URLSearchParams({ email: 'ada@example.test' }) })],
    ['both', () => ({ body: new URLSearchParams({ ...ONE_CLICK, choice: 'undo' }) })],
  ])('by the mail program’s own button (%s) acts at once, without cookies', async (_name, init) => {
    await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ADA@example.test' });
    await world.remind({ orderId: 3n, remindOn: '2027-01-10', email: 'bob@example.test' });
    const answer = await send(unsubscribePost, links.unsubscribe, { method: 'POST', ...init() });
    expect(answer.status).toBe(200);
    expect(await world.ports.db.read.prisma.suppression.findMany()).toMatchObject([
      { scope: 'reminder', source: 'one-click' },
    ]);
    await world.live('2027-01-11T12:00:00Z');
    expect(world.ports.sentMail.map((mail) => mail.to)).toEqual(['ada@example.test', 'bob@example.test']);
    expect((await send(unsubscribeGet, links.unsubscribe)).html).toContain('It was a mistake');
  });

  it('by many posts at once is one', async () => {
    const posts = Array.from({ length: 8 }, () => send(unsubscribePost, links.unsubscribe, form(ONE_CLICK)));
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(1);
  });

  it('by the mail program’s own button still holds for a mail whose page has expired', async () => {
    world.ports.clock.advance(400 * 86_400_000);
    expect((await send(unsubscribeGet, links.unsubscribe)).status).toBe(404);
    expect((await say('kind')).status).toBe(404);
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(0);
    expect((await send(unsubscribePost, links.unsubscribe, { method: 'POST' })).status).toBe(200);
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(1);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('is not what %s says', async (method) => {
    const before = await everything();
    for (const [post, token] of [
      [unsubscribePost, links.unsubscribe],
      [snoozePost, links.snooze],
    ] as const) {
      const answer = await send(post, token, { method, body: new URLSearchParams({ choice: 'week' }) });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('Allow')).toBe('GET, HEAD, POST');
    }
    expect(await everything()).toBe(before);
  });

  it('answers 200 to a mail program whatever has become of the token', async () => {
    const before = await everything();
    for (const token of ['unknown', links.snooze, 'x'.repeat(500), '']) {
      expect((await send(unsubscribePost, token, form(ONE_CLICK))).status).toBe(200);
    }
    expect(await everything()).toBe(before);
    await world.ports.db.write(async (tx) => {
      await tx.prisma.mailLink.deleteMany();
      await tx.prisma.message.deleteMany();
    });
    expect((await send(unsubscribePost, links.unsubscribe, form(ONE_CLICK))).status).toBe(200);
  });

  it('can be taken back with everything it ended', async () => {
    await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ada@example.test', customerId: 7n });
    expect((await say('all')).html).toContain('no more reminders and no suggestions');
    const key = await findKey(world.ports.db.read, { shopId: world.shop.id, kind: 'account', value: '7' });
    const optOuts = () => optOutsOfPerson(world.ports.db.read, world.shop.id, key?.personId ?? 0);
    expect(await optOuts()).toEqual(['reminder']);
    world.ports.clock.advance(3_600_000);
    await say('all');
    await say('kind');
    expect((await say('undo')).html).toContain('Everything is as before');
    expect(await optOuts()).toEqual([]);
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(0);
    await world.live('2027-01-10T09:00:00Z');
    expect(world.ports.sentMail).toHaveLength(2);
  });

  it('holds again when it is said again after another mail’s link took it back', async () => {
    await world.remind({ orderId: 2n, remindOn: '2026-12-14', email: 'ada@example.test' });
    await world.live('2026-12-14T09:00:00Z');
    const other = linksOf(1).unsubscribe;
    await say('kind');
    await send(unsubscribePost, other, form({ choice: 'kind' }));
    await send(unsubscribePost, other, form({ choice: 'undo' }));
    expect((await send(unsubscribeGet, links.unsubscribe)).html).toContain('Everything is as before');
    await send(unsubscribePost, links.unsubscribe, form(ONE_CLICK));
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(1);
  });

  it('does not bring back what the shopper had stopped before', async () => {
    const id = await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ada@example.test' });
    await world.ports.db.write((tx) =>
      tx.prisma.reminder.updateMany({
        where: { id },
        data: { state: 'stopped', endReason: 'shopper', endedAt: world.ports.clock.now() },
      }),
    );
    await say('kind');
    await say('undo');
    expect(await world.ports.db.read.prisma.reminder.count({ where: { state: 'active' } })).toBe(0);
  });

  it('also stops a reminder that is accepted later, as soon as its order names the address', async () => {
    await say('kind');
    await world.remind({ orderId: 2n, remindOn: '2027-01-10', email: 'ada@example.test' });
    expect(await world.ports.db.read.prisma.reminder.count({ where: { endReason: 'unsubscribed' } })).toBe(1);
  });

  it('refuses what is no choice', async () => {
    expect((await say('everything')).status).toBe(400);
    expect(await world.ports.db.read.prisma.suppression.count()).toBe(0);
  });
});
