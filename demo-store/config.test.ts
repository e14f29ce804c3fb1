import { expect, it } from 'vitest';
import { readConfig, withPorts } from './config';

it('needs nothing', () => {
  const config = readConfig([], {});
  expect(config.urls).toEqual({
    demo: 'http://localhost:4000',
    storefront: 'http://localhost:4001',
    edge: 'http://localhost:4002',
    app: 'http://127.0.0.1:4010',
  });
  expect(config).toMatchObject({
    shopDomain: 'larder-demo.myshopify.com',
    shoppers: 2000,
    days: 180,
    fresh: false,
  });
});

it('takes a file of orders for another shop', () => {
  const config = readConfig(['--orders', 'orders.csv.gz', '--fresh'], {});
  expect(config.shopDomain).toBe('larder-orders.myshopify.com');
  expect(config.ordersFile).toMatch(/^\/.*orders\.csv\.gz$/);
  expect(config.fresh).toBe(true);
});

it('names what is wrong', () => {
  expect(() => readConfig([], { DEMO_PORT: 'four' })).toThrow('DEMO_PORT must be a whole number');
  expect(() => readConfig(['--shoppers', '-3'], {})).toThrow();
  expect(() => readConfig([], { DEMO_APP_URL: 'ftp://x' })).toThrow('DEMO_APP_URL must be an http address');
  expect(() => readConfig([], { DEMO_WEBHOOKS: 'evil' })).toThrow('DEMO_WEBHOOKS must be one of kind, nasty');
  expect(() => readConfig([], { DEMO_THEME: 'dawn' })).toThrow('DEMO_THEME must be one of corner, ledger');
});

it('follows the ports it really got', () => {
  const config = readConfig([], {});
  expect(withPorts(config, { ...config.ports, demo: 5000 }).urls.demo).toBe('http://localhost:5000');
});
