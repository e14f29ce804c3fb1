import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHELF_DOOR } from '../storefront/answer-shelf.server';
import { EVERY_DOOR, signProxyQuery, verifyProxyQuery, type ProxyDoor } from './verify-proxy';

const SECRET = 'a-secret-for-tests-only';
const NOW = new Date('2026-11-20T12:00:00Z');
const SENT = String(NOW.getTime() / 1000);
const SHELF = { v: '1', visitor: 'someone_22_characters0', view: 'a_view_22_characters00' };

type Pairs = readonly (readonly [string, string])[];

/** A query as Shopify sends it on: what the visitor asked, and its own parameters in place of theirs. */
function signed(visitors: Pairs = [], shopifys: Record<string, string> = {}): URLSearchParams {
  const own = {
    shop: 'corner.myshopify.com',
    logged_in_customer_id: '',
    path_prefix: '/apps/larder',
    timestamp: SENT,
    ...shopifys,
  };
  const params = new URLSearchParams([
    ...visitors
      .filter(([key]) => !Object.hasOwn(own, key) && key !== 'signature')
      .map(([key, value]) => [key, value]),
    ...Object.entries(own),
  ]);
  params.set('signature', signProxyQuery(params, SECRET));
  return params;
}

function signAnew(params: URLSearchParams): URLSearchParams {
  params.set('signature', signProxyQuery(params, SECRET));
  return params;
}

const verify = (params: URLSearchParams, door: ProxyDoor = EVERY_DOOR, wallNow = NOW) =>
  verifyProxyQuery(params, door, { secret: SECRET, wallNow });

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('the app proxy signature', () => {
  // shopify.dev, "Authenticate app proxies": somebody signed in, and nobody.
  it.each([
    ['1', '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'],
    ['', 'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb'],
  ])("agrees with Shopify's documented example for customer '%s'", (customer, signature) => {
    const params = new URLSearchParams(
      `extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=${customer}&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555`,
    );
    expect(signProxyQuery(params, 'hush')).toBe(signature);
  });

  it.each([
    ['a=1&a1=2', 'a1=2&a=1'],
    ['a=b&a-=c', 'a-=c&a=b'],
    ['\u{1F600}=1&\uFF5E=2', '\uFF5E=2&\u{1F600}=1'],
  ])('sorts texts, not names, and by bytes: %s', (given, sorted) => {
    const text = decodeURIComponent(sorted).replace('&', '');
    // A name alone, with the text behind it, leaves nothing to sort.
    const [name = '', ...rest] = text.split('=');
    const asOne = new URLSearchParams([[name, rest.join('=')]]);
    expect(signProxyQuery(new URLSearchParams(given), SECRET)).toBe(signProxyQuery(asOne, SECRET));
  });

  it("is what Shopify's own library accepts", async () => {
    const shopify = shopifyApi({
      apiKey: 'key',
      apiSecretKey: SECRET,
      apiVersion: ApiVersion.July26,
      hostName: 'larder.example.test',
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error },
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    for (const visitors of [
      [],
      Object.entries(SHELF),
      [
        ['tag', 'a,b ü'],
        ['empty', ''],
      ],
    ] as Pairs[]) {
      const params = signed(visitors, { timestamp, logged_in_customer_id: '9007199254740993123' });
      expect(await shopify.utils.validateHmac(params, { signator: 'appProxy' })).toBe(true);
      params.set('logged_in_customer_id', '7');
      expect(await shopify.utils.validateHmac(params, { signator: 'appProxy' })).toBe(false);
    }
  });

  it('lets a guest, a signed-in customer and a renamed path in', () => {
    expect(verify(signed())).toEqual({
      ok: true,
      shop: 'corner.myshopify.com',
      customerId: null,
      proxyPath: '/apps/larder',
    });
    const renamed = signed(Object.entries(SHELF), {
      logged_in_customer_id: '9007199254740993123',
      path_prefix: '/tools/Pantry_1-b',
    });
    expect(verify(renamed, SHELF_DOOR)).toMatchObject({
      customerId: '9007199254740993123',
      proxyPath: '/tools/Pantry_1-b',
    });
    const french = verify(signed([], { path_prefix: '/fr-ca/apps/larder' }));
    expect(french).toMatchObject({ proxyPath: '/apps/larder' });
  });

  it.each([
    ['unsigned', (p: URLSearchParams) => p.delete('signature')],
    ['unsigned', (p: URLSearchParams) => p.append('signature', 'twice')],
    ['wrong-signature', (p: URLSearchParams) => p.set('signature', 'short')],
    ['wrong-signature', (p: URLSearchParams) => p.set('signature', 'é'.repeat(32))],
    ['wrong-signature', (p: URLSearchParams) => p.set('logged_in_customer_id', '7')],
    ['wrong-signature', (p: URLSearchParams) => p.append('added', '1')],
  ])('refuses %s with 401', (reason, tamper) => {
    const params = signed();
    tamper(params);
    expect(verify(params)).toEqual({ ok: false, status: 401, reason });
  });

  it.each([89, -89])('accepts a timestamp %i seconds off', (seconds) => {
    expect(verify(signed(), EVERY_DOOR, later(seconds))).toMatchObject({ ok: true });
  });

  it.each([91, -91])('refuses a timestamp %i seconds off as stale', (seconds) => {
    const verdict = verify(signed(), EVERY_DOOR, later(seconds));
    expect(verdict).toEqual({ ok: false, status: 401, reason: 'stale' });
  });

  it.each<Record<string, string>>([
    { timestamp: 'soon' },
    { timestamp: '' },
    { timestamp: '1e9' },
    { shop: 'evil.example' },
    { shop: 'corner.myshopify.com.evil.example' },
    { shop: '' },
    { logged_in_customer_id: 'me' },
    { logged_in_customer_id: '5,7' },
    { path_prefix: '' },
    { path_prefix: '/apps/larder/..' },
    { path_prefix: '/apps/larder?' },
    { path_prefix: '//evil.example/apps/larder' },
    { path_prefix: "/apps/{{ shop }}'" },
    { path_prefix: '/pages/larder' },
    { path_prefix: `/apps/${'x'.repeat(31)}` },
  ])('refuses %j although it is signed', (shopifys) => {
    expect(verify(signed([], shopifys))).toEqual({ ok: false, status: 400, reason: 'not-of-this-door' });
  });

  it.each(['shop', 'timestamp', 'logged_in_customer_id', 'path_prefix'])(
    'refuses a repeated or missing %s',
    (name) => {
      const again = signed();
      again.append(name, again.get(name) ?? '');
      expect(verify(signAnew(again))).toMatchObject({ status: 400 });
      const without = signed();
      without.delete(name);
      expect(verify(signAnew(without))).toMatchObject({ status: 400 });
    },
  );

  it.each(['utm_source', 'gclid', '_data', 'constructor', '__proto__', ''])(
    'refuses the unknown parameter "%s"',
    (name) => {
      expect(verify(signed([[name, 'x']]))).toMatchObject({ status: 400, reason: 'not-of-this-door' });
      expect(verify(signed([...Object.entries(SHELF), [name, 'x']]), SHELF_DOOR)).toMatchObject({
        status: 400,
      });
    },
  );
});

describe('a signed text reads in one way only', () => {
  const doors = { EVERY_DOOR, SHELF_DOOR };

  it.each(Object.entries(doors))(
    '%s: no name ends with another, no value holds a separator',
    (_name, door) => {
      const names = Object.keys(door);
      for (const name of names) {
        expect(names.filter((other) => other !== name && other.endsWith(name))).toEqual([]);
        for (const value of ['=', ',', '5=', '/apps/larder=', 'corner.myshopify.com,x', `${SHELF.view}=`])
          expect(door[name]?.(value)).toBe(false);
      }
    },
  );

  it('the attack: a parameter that holds another', () => {
    const params = signed([['b', 'logged_in_customer_id=5']]);
    const cut = new URLSearchParams(params);
    cut.delete('b');
    cut.delete('logged_in_customer_id');
    cut.append('b', '');
    cut.append('logged_in_customer_id', '5logged_in_customer_id=');
    expect(signProxyQuery(cut, SECRET)).toBe(params.get('signature'));
    for (const query of [params, cut]) expect(verify(query)).toMatchObject({ ok: false, status: 400 });
  });

  it('holds for whatever visitors choose, and wherever the text is cut', () => {
    let accepted = 0;
    const attack = fc.record({
      asked: fc.constantFrom<Pairs>([], Object.entries(SHELF)),
      beside: fc.array(fc.tuple(nasty(2), nasty(6)), { maxLength: 2 }),
      customer: fc.constantFrom('', '7'),
      cuts: fc.oneof(fc.constant('at every name'), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })),
    });
    fc.assert(
      fc.property(attack, ({ asked, beside, customer, cuts }) => {
        const params = signed([...asked, ...beside], { logged_in_customer_id: customer });
        const again = cutAnew(params, cuts);
        for (const door of Object.values(doors)) {
          const verdict = verify(again, door);
          if (!verdict.ok) continue;
          accepted += 1;
          const { shop, customerId, proxyPath } = verdict;
          expect([shop, customerId ?? '', proxyPath]).toEqual([
            'corner.myshopify.com',
            customer,
            '/apps/larder',
          ]);
          for (const [name, value] of again) expect(params.getAll(name)).toEqual([value]);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});

/** What somebody would try who wants to be customer 5, or in another shop: names and values made of the doors' own words. */
function nasty(most: number): fc.Arbitrary<string> {
  const words = [
    ...Object.keys(SHELF_DOOR),
    ...[
      'signature',
      '=',
      '=',
      '=',
      '5',
      ',',
      '&',
      'evil.myshopify.com',
      '/tools/evil',
      SENT,
      SHELF.view,
      'zz',
    ],
  ];
  return fc.array(fc.constantFrom(...words), { maxLength: most }).map((some) => some.join(''));
}

/** Another query of the same signed text, cut where names of the doors stand: at all of them, or at some. */
function cutAnew(params: URLSearchParams, cuts: string | readonly boolean[]): URLSearchParams {
  const names = [...new Set(params.keys())].filter((name) => name !== 'signature');
  const texts = names.map((name) => `${name}=${params.getAll(name).join(',')}`);
  const text = texts.sort().join('');
  const places = Object.keys(SHELF_DOOR).flatMap((name) => [...text.matchAll(new RegExp(`${name}=`, 'g'))]);
  const starts = places.map(({ index }) => index).sort((a, b) => a - b);
  const chosen = starts.filter(
    (at, index) => at > 0 && (typeof cuts === 'string' || cuts[index % cuts.length]),
  );
  const bounds = [0, ...chosen, text.length];
  const pieces = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
  const again = new URLSearchParams(
    pieces.map((piece) => {
      const [name = '', ...value] = piece.split('=');
      return [name, value.join('=')];
    }),
  );
  again.set('signature', params.get('signature') ?? '');
  return again;
}
