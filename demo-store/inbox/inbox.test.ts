import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig, withPorts } from '../config';
import type { Inbox, InboxDeps } from '../contract';
import { listen, type Listening } from '../listen';
import { openPlacements } from '../shopify/placements';
import { NOW, openSmallShop } from '../storefront/testing/small-shop';
import type { ReceivedMail } from '../world/types';
import { letterKinds } from './letter-kind';
import { startInbox } from './start-inbox';

const folder = mkdtempSync(join(tmpdir(), 'inbox-'));
const heard: ReceivedMail[] = [];
const posts: { url: string; body: string; type: string | undefined }[] = [];
let deps: InboxDeps;
let inbox: Inbox;
let pages: Listening;
let sender: Listening;

beforeAll(async () => {
  [pages, sender] = await Promise.all([listen(0, 'DEMO'), listen(0, 'SENDER')]);
  const config = readConfig([], { DEMO_STATE_DIR: folder });
  deps = {
    config: withPorts(config, { demo: pages.port, storefront: 4001, edge: sender.port, smtp: 0 }),
    world: openSmallShop().world,
    placements: openPlacements(join(folder, 'placements.json')),
    app: { installed: () => true, stepApp: async () => [] },
    actable: () => [],
    onMail: (mail) => void heard.push(mail),
  };
  sender.answerWith(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    posts.push({ url: `${request.method} ${request.url}`, body, type: request.headers['content-type'] });
    response.writeHead(request.url === '/u/known' ? 200 : 410).end();
  });
  inbox = await startInbox(deps);
  pages.answerWith(async (request, response) => {
    if (!(await inbox.pages(request, response))) response.writeHead(404).end();
  });
});
afterAll(async () => {
  await Promise.all([inbox.close(), pages.close(), sender.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function send(subject: string, token = 'known'): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: inbox.smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: '"Small Shop" <shop@example.test>',
    to: 'zoë.müller@example.test',
    subject,
    text: 'Time for soap – again.',
    html: '<p>Time for soap</p><a href="https://larder-demo.myshopify.com/cart/1:2?storefront=true">Order</a><script>alert(1)</script>',
    headers: {
      'List-Unsubscribe': `<${deps.config.urls.edge}/u/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  transport.close();
}
const get = (path: string) => fetch(deps.config.urls.demo + path);
const newest = () => inbox.mails()[0]?.id ?? '';

test('a mail comes in over SMTP, is kept, told of, and read', async () => {
  await send('Refill “Söap”?');
  expect(heard).toHaveLength(1);
  expect(inbox.mails()[0]).toMatchObject({
    to: 'zoë.müller@example.test',
    from: 'Small Shop <shop@example.test>',
    subject: 'Refill “Söap”?',
    receivedAt: NOW,
    read: false,
  });
  expect(await get('/inbox').then((answer) => answer.text())).toContain('class="unread"');
  const page = await get(`/inbox/${newest()}`).then((answer) => answer.text());
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page).toContain('List-Unsubscribe-Post');
  expect(page).toContain('Time for soap – again.');
  expect(await get('/inbox').then((answer) => answer.text())).not.toContain('class="unread"');
});

test('links to the shop lead to the storefront', async () => {
  const body = await get(`/inbox/${newest()}/body`).then((answer) => answer.text());
  expect(body).toContain('href="http://localhost:4001/cart/1:2?storefront=true"');
});

test('the list says what a letter offers: their own goods, something new, or news', async () => {
  const { world, soap, coffee, ada } = openSmallShop();
  world.placeOrder({
    customerId: ada.id,
    email: ada.email,
    checkoutToken: null,
    lines: [{ variantId: soap.variants[0]?.id ?? '', quantity: 1 }],
  });
  const [theirs, other] = [soap, coffee].map(({ variants: [first] }) => `/cart/${first?.id}:1`);
  const mail = (id: string, text: string, to = ada.email ?? ''): ReceivedMail => ({
    ...{ id, to, text, receivedAt: NOW, from: '', subject: '', html: '', headers: [], read: true },
  });
  const kinds = letterKinds(world, [
    mail('own', theirs ?? ''),
    mail('own page', '/products/soap'),
    mail('other', other ?? ''),
    mail('code', `${other}?storefront=true&discount=THANKS-1`),
    mail('news', 'Hello!'),
    mail('stranger', theirs ?? '', 'stranger@example.test'),
    mail('gone', '/cart/1:1'),
  ]);
  expect([...kinds].map(([id, { name }]) => [id, name])).toEqual([
    ['own', 'own'],
    ['own page', 'own'],
    ['other', 'new'],
    ['code', 'new'],
    ['news', 'news'],
    ['stranger', 'new'],
    ['gone', 'new'],
  ]);
  expect(kinds.get('code')?.words).toBe('To discover, with a code');
  expect(await get('/inbox').then((answer) => answer.text())).toContain('mail__kind--new');
});

test('one-click unsubscribe posts what a mail program posts, and says what came of it', async () => {
  const press = (id: string) =>
    fetch(`${deps.config.urls.demo}/inbox/${id}/unsubscribe`, { method: 'POST' }).then((answer) =>
      answer.text(),
    );
  expect(await press(newest())).toContain('the sender confirmed');
  expect(posts).toEqual([
    { url: 'POST /u/known', body: 'List-Unsubscribe=One-Click', type: 'application/x-www-form-urlencoded' },
  ]);
  await send('Second', 'gone');
  expect(await press(newest())).toContain('answered 410');
});

test('mails survive a restart; the newest is first; search finds by address and subject', async () => {
  const again = await startInbox(deps);
  expect(again.mails().map((mail) => mail.subject)).toEqual(['Second', 'Refill “Söap”?']);
  expect(again.mails()[1]?.read).toBe(true);
  await again.close();
  expect(await get('/inbox?q=second').then((answer) => answer.text())).not.toContain('Söap');
  const fresh = await startInbox({ ...deps, config: { ...deps.config, fresh: true } });
  expect(fresh.mails()).toEqual([]);
  await fresh.close();
});

test('a taken port is named', async () => {
  const taken = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const config = { ...deps.config, ports: { ...deps.config.ports, smtp: port } };
  await expect(startInbox({ ...deps, config })).rejects.toThrow(`Port ${port}`);
  taken.close();
});

test('an unknown mail is not found', async () => {
  expect((await get('/inbox/unknown')).status).toBe(404);
});
