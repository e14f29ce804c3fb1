import { describe, expect, it } from 'vitest';
import { signProxyQuery, verifyProxyQuery } from './verify-proxy';

const SECRET = 'a-secret-for-tests-only';
const NOW = new Date('2026-11-20T12:00:00Z');
const SENT = String(NOW.getTime() / 1000);

function signed(extra: [string, string][] = [], base: Record<string, string> = {}): URLSearchParams {
  const params = new URLSearchParams({
    shop: 'corner.myshopify.com',
    logged_in_customer_id: '',
    path_prefix: '/apps/larder',
    timestamp: SENT,
    ...base,
  });
  for (const [key, value] of extra) params.append(key, value);
  params.set('signature', signProxyQuery(params, SECRET));
  return params;
}

describe('the app proxy signature', () => {
  it("agrees with Shopify's documented example", () => {
    const params = new URLSearchParams(
      'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555',
    );
    // shopify.dev, "Authenticate app proxies": sorted, repeats joined by a comma.
    expect(signProxyQuery(params, 'hush')).toBe(
      '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb',
    );
  });

  it('accepts a guest and a signed-in customer', () => {
    expect(verifyProxyQuery(signed(), SECRET, NOW)).toEqual({
      ok: true,
      shop: 'corner.myshopify.com',
      customerId: null,
    });
    const customer = signed([], { logged_in_customer_id: '9007199254740993123' });
    expect(verifyProxyQuery(customer, SECRET, NOW)).toMatchObject({ customerId: '9007199254740993123' });
  });

  it('accepts repeated keys and empty values', () => {
    const params = signed([
      ['tag', 'a'],
      ['tag', 'b'],
      ['empty', ''],
    ]);
    expect(verifyProxyQuery(params, SECRET, NOW)).toMatchObject({ ok: true });
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
    expect(verifyProxyQuery(params, SECRET, NOW)).toEqual({ ok: false, status: 401, reason });
  });

  it.each([89, -89])('accepts a timestamp %i seconds off', (seconds) => {
    expect(verifyProxyQuery(signed(), SECRET, new Date(NOW.getTime() + seconds * 1000))).toMatchObject({
      ok: true,
    });
  });

  it.each([91, -91])('refuses a timestamp %i seconds off as stale', (seconds) => {
    const verdict = verifyProxyQuery(signed(), SECRET, new Date(NOW.getTime() + seconds * 1000));
    expect(verdict).toEqual({ ok: false, status: 401, reason: 'stale' });
  });

  it.each([
    [{ timestamp: 'soon' }, 401, 'stale'],
    [{ timestamp: '' }, 401, 'stale'],
    [{ shop: 'evil.example' }, 400, 'no-shop'],
    [{ shop: 'corner.myshopify.com.evil.example' }, 400, 'no-shop'],
    [{ shop: '' }, 400, 'no-shop'],
    [{ logged_in_customer_id: 'me' }, 400, 'wrong-customer'],
  ])('refuses %j although it is signed', (base, status, reason) => {
    expect(verifyProxyQuery(signed([], base), SECRET, NOW)).toEqual({ ok: false, status, reason });
  });
});
