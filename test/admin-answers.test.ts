/** Every answer of the admin over HTTP: what it says of being kept, and what becomes of requests that no page sends. */
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAdminServer, type AdminServer } from './support/admin-server';

/** An address of each admin route, that it answers with 200, and what its action takes. */
const ROUTES: Readonly<Record<string, { readonly path: string; readonly takes?: readonly string[] }>> = {
  'routes/app': { path: '/app' },
  'routes/app._index': { path: '/app?index', takes: ['dismiss-guide', 'retry-backfill'] },
  'routes/app.$': { path: '/app/nowhere/at/all' },
  'routes/app.consumables._index': { path: '/app/consumables?index', takes: ['overrule'] },
  'routes/app.consumables.$productId': { path: '/app/consumables/1', takes: ['overrule'] },
  'routes/app.consumables.backtest': { path: '/app/consumables/backtest', takes: ['count-anew'] },
  'routes/app.consumables.shoppers': { path: '/app/consumables/shoppers?q=1001' },
  'routes/app.backtest': { path: '/app/backtest' },
  'routes/app.shoppers': { path: '/app/shoppers?q=1001' },
  'routes/app.history': { path: '/app/history', takes: ['stop'] },
  'routes/app.history_.rejects.$uploadId': { path: '/app/history/rejects/1' },
  'routes/app.history_.upload': { path: '/app/history/upload' },
  'routes/app.insights': { path: '/app/insights' },
  'routes/app.letters._index': { path: '/app/letters?index', takes: ['save-look'] },
  'routes/app.letters.$letter': { path: '/app/letters/reminder', takes: ['save', 'preview'] },
  'routes/app.mail.ledger': { path: '/app/mail/ledger' },
  'routes/app.mail.sender': { path: '/app/mail/sender' },
  'routes/app.modules._index': { path: '/app/modules?index', takes: ['make-address', 'revoke-address'] },
  'routes/app.modules.$tactic': { path: '/app/modules/shelf', takes: ['switch-on', 'decide'] },
  'routes/app.reminders': { path: '/app/reminders', takes: ['settle', 'lift'] },
  'routes/app.results': { path: '/app/results', takes: ['change-share', 'switch-off'] },
  'routes/app.results.export': { path: '/app/results/export?of=shelf&table=comparison' },
  'routes/app.settings': { path: '/app/settings', takes: ['save'] },
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BAD_BODIES: readonly (readonly [string, RequestInit])[] = [
  ['nothing', {}],
  ['an empty form', { headers: FORM, body: '' }],
  ['an unknown intent', { headers: FORM, body: 'intent=burn-it-down' }],
  ['an intent of Object', { headers: FORM, body: 'intent=__proto__' }],
  ['a stop of no number', { headers: FORM, body: 'intent=stop&uploadId=abc' }],
  ['a stop of a huge number', { headers: FORM, body: 'intent=stop&uploadId=99999999999999999999' }],
  ['a stop beyond an integer', { headers: FORM, body: 'intent=stop&uploadId=4294967296' }],
  ['a word about no product', { headers: FORM, body: 'intent=overrule&says=yes&ids=abc' }],
  ['a word of no meaning', { headers: FORM, body: 'intent=overrule&says=maybe&ids=1' }],
  ['a word about a huge id', { headers: FORM, body: `intent=overrule&says=yes&ids=${'9'.repeat(40)}` }],
  ['a share in words', { headers: FORM, body: 'intent=change-share&of=shelf&shareBp=half' }],
  ['a share of infinity', { headers: FORM, body: 'intent=change-share&of=shelf&shareBp=1e999' }],
  ['a share of what is not', { headers: FORM, body: 'intent=change-share&of=everything&shareBp=500' }],
  ['an undoing without a name', { headers: FORM, body: 'intent=undo&changeId=' }],
  ['words of a letter that are no JSON', { headers: FORM, body: 'intent=save&changes={' }],
  ['words of a letter in Klingon', { headers: FORM, body: 'intent=save&changes={"words":{"tlh":{}}}' }],
  ['a look without colours', { headers: FORM, body: 'intent=save-look&font=system' }],
  ['a settlement of no mail', { headers: FORM, body: 'intent=settle&id=&choice=sent' }],
  ['a settlement of a long id', { headers: FORM, body: `intent=settle&choice=sent&id=${'x'.repeat(99)}` }],
  ['a settlement by no choice', { headers: FORM, body: 'intent=settle&id=m&choice=perhaps' }],
  ['half of the legal details', { headers: FORM, body: 'legalName=Corner' }],
  ['JSON', { headers: { 'content-type': 'application/json' }, body: '{"intent":"switch-on"}' }],
  ['text', { headers: { 'content-type': 'text/plain' }, body: 'intent=switch-on' }],
  ['broken multipart', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'no' }],
];

const ODD_ADDRESSES = [
  '/app/consumables/abc',
  '/app/consumables/-1',
  '/app/consumables/0',
  `/app/consumables/${'9'.repeat(30)}`,
  '/app/consumables/1.5',
  '/app/consumables/%00',
  '/app/consumables?page=1e99&sort=x&direction=y&view=__proto__',
  `/app/consumables?search=${'%25_'.repeat(100)}`,
  '/app/consumables?search=%00%27%22%5C',
  '/app/results?day=x&on=2026-02-30&version=1e99&of=x',
  '/app/results?on=9999-12-31&version=9007199254740993',
  '/app/results?on=0000-01-01&of=shelf&version=2147483648',
  '/app/results/export?of=shelf&table=x',
  '/app/results/export?of=shelf&table=comparison&on=x&version=0',
  '/app/results/export?of=shelf&table=comparison&on=-271821-04-20&version=2147483648',
  '/app/reminders?tab=x&after=%00',
  '/app/reminders?tab=over&after=somebody-elses',
  '/app/shoppers?q=%00',
  '/app/consumables/shoppers?q=%00',
  `/app/consumables/shoppers?q=${'9'.repeat(90)}`,
  '/app/consumables/shoppers?q=gid%3A%2F%2Fshopify%2FOrder%2F99999999999999999999',
  '/app/history/rejects/abc',
  '/app/history/rejects/99999999999999999999',
  '/app/history/rejects/2147483648',
  '/app/history/rejects/1e3',
  '/app/letters/__proto__',
  '/app/letters/nothing',
  '/app/modules/__proto__',
  '/app/modules/constructor',
  '/app/modules/followup',
  '/app/%2e%2e/%2e%2e/etc/passwd',
  '/app/nowhere',
];

let admin: AdminServer;
let build: ServerBuild;

beforeAll(async () => {
  admin = await startAdminServer();
  const entry = new URL('../build/server/index.js', import.meta.url).href;
  build = (await import(/* @vite-ignore */ entry)) as ServerBuild;
});
afterAll(() => admin.close());

const adminRoutes = () => Object.keys(build.routes).filter((id) => /^routes\/app\b/.test(id));
const dataOf = (path: string) => path.replace(/^[^?]*/, '$&.data');

function expectPrivate(answer: Response): void {
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('same-origin');
}

test('every route of the admin is looked at here', () => {
  expect(adminRoutes().sort()).toEqual(Object.keys(ROUTES).sort());
  const withAction = adminRoutes().filter((id) => build.routes[id]?.module.action);
  const known = Object.keys(ROUTES).filter((id) => ROUTES[id]?.takes);
  expect(withAction.sort()).toEqual([...known, 'routes/app.history_.upload'].sort());
});

describe.each(Object.entries(ROUTES))('%s', (_id, { path, takes }) => {
  test('is kept by nobody, as a page, as data, with a wrong method and without a token', async () => {
    const page = await admin.open(path);
    expectPrivate(page);
    if (page.headers.get('content-type')?.startsWith('text/html'))
      expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\//);
    for (const answer of [
      await admin.ask(dataOf(path)),
      await admin.ask(path),
      await admin.ask(path, { method: 'DELETE' }),
      await fetch(admin.url + path, { redirect: 'manual' }),
      await fetch(admin.url + dataOf(path), { redirect: 'manual' }),
    ]) {
      expectPrivate(answer);
      expect(answer.status).toBeLessThan(500);
    }
    expect(admin.errors).toEqual([]);
  });

  test.runIf(takes)('answers 400 to what its page never sends, and changes nothing', async () => {
    const before = await everything();
    for (const [, init] of BAD_BODIES) {
      for (const address of [path, dataOf(path)]) {
        const answer = await admin.ask(address, { method: 'POST', ...init });
        expect([init.body, answer.status]).toEqual([init.body, 400]);
        expectPrivate(answer);
        expect(await answer.text()).toMatch(/This page could not read what was sent/);
      }
    }
    expect(await everything()).toEqual(before);
    expect(admin.errors).toEqual([]);
  });

  test.runIf(takes)('refuses a form of a megabyte', async () => {
    const body = `intent=${'x'.repeat(1_000_000)}`;
    const answer = await admin.ask(dataOf(path), { method: 'POST', headers: FORM, body });
    expect(answer.status).toBe(413);
  });
});

test.each(ODD_ADDRESSES)('%s is never our fault', async (path) => {
  for (const answer of [await admin.open(path), await admin.ask(dataOf(path))]) {
    expect(answer.status).toBeLessThan(500);
    expectPrivate(answer);
  }
  expect(admin.errors).toEqual([]);
});

test('files of the build are kept as before', async () => {
  const page = await (await admin.open('/app')).text();
  const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0];
  const answer = await fetch(admin.url + String(asset));
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('an address written wrongly is refused before anything reads it', async () => {
  const answer = await admin.ask('/app/consumables/%E0%A4%A');
  expect(answer.status).toBe(400);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a page that is not there says so inside the app', async () => {
  const answer = await admin.open('/app/nowhere');
  expect(answer.status).toBe(404);
  const page = await answer.text();
  expect(page).toContain('There is nothing at this address.');
  expect(page).toContain('ui-nav-menu');
});

test('an address outside the admin that is not there says so in the house’s words', async () => {
  const answer = await fetch(`${admin.url}/nowhere`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('There is nothing at this address.');
  expect(admin.errors).toEqual([]);
});

describe('a browser that says it has no screen', () => {
  const HEADLESS =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36';

  test('is a visitor like any other in a test', async () => {
    expect((await admin.open('/app', { 'user-agent': HEADLESS })).status).toBe(200);
  });

  test.each([
    ['the demo', { NODE_ENV: 'development', LARDER_DEMO_TOKEN: 'token' }, 200],
    ['a real shop', { NODE_ENV: 'development' }, 410],
  ])('gets in %s its answer', async (_where, env, status) => {
    const server = await startAdminServer(env);
    const answer = await server.open('/app', { 'user-agent': HEADLESS });
    expect(answer.status).toBe(status);
    const page = await answer.text();
    if (status === 410) {
      expect(page).toContain('This page does not open for programs');
      expect(page).not.toMatch(/our side/);
      expectPrivate(answer);
    }
    expect(server.errors).toEqual([]);
    await server.close();
  });
});

/** What the shop's requests could have changed, as it stands. */
async function everything(): Promise<unknown> {
  const { db } = admin.ports;
  const [shop, backfill, changes, layers] = await Promise.all([
    db.read.prisma.shop.findMany(),
    db.read.prisma.backfill.findMany(),
    db.read.prisma.tacticChange.findMany(),
    db.read.prisma.layer.findMany(),
  ]);
  return { shop, backfill, changes, layers };
}
