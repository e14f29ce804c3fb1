import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BLOCKED_PORTS, readPorts } from './demo-ports.mjs';

const NAMES = ['DEMO_PORT', 'DEMO_STOREFRONT_PORT', 'DEMO_EDGE_PORT', 'DEMO_SMTP_PORT', 'DEMO_APP_PORT'];

it('has ports when nobody chooses any, and takes those that somebody does', () => {
  const usual = readPorts({});
  expect(Object.keys(usual)).toEqual(NAMES);
  expect(readPorts({ DEMO_PORT: '5110', DEMO_SMTP_PORT: '' })).toEqual({ ...usual, DEMO_PORT: 5110 });
});

it.each(NAMES)('refuses for %s what browsers block, with a sentence that says so', (name) => {
  expect(() => readPorts({ [name]: '6000' })).toThrow(
    new RegExp(`^${name} cannot be 6000: browsers block that port\\. Choose another, such as \\d+\\.$`),
  );
  for (const port of BLOCKED_PORTS) expect(() => readPorts({ [name]: String(port) })).toThrow(name);
});

it.each(['abc', '-1', '0', '65536', '4000.5', '4e3', '0x1000', ' 4000', '99999999999999999999'])(
  'refuses "%s"',
  (text) => {
    expect(() => readPorts({ DEMO_PORT: text })).toThrow(
      `DEMO_PORT must be a whole number from 1 to 65535, not "${text}".`,
    );
  },
);

it('refuses one port for two, chosen or usual', () => {
  expect(() => readPorts({ DEMO_PORT: '5000', DEMO_APP_PORT: '5000' })).toThrow(
    'DEMO_APP_PORT and DEMO_PORT are both 5000: give each a port of its own.',
  );
  expect(() => readPorts({ DEMO_EDGE_PORT: '4000' })).toThrow('DEMO_EDGE_PORT and DEMO_PORT are both 4000');
});

it('blocks what this platform’s own fetch blocks', async () => {
  for (let port = 1; port <= 11_000; port += 1) {
    if (!BLOCKED_PORTS.includes(port)) continue;
    const refusal = await fetch(`http://127.0.0.1:${port}`).catch((error: Error) => String(error.cause));
    expect([port, refusal]).toEqual([port, 'Error: bad port']);
  }
});

it('the demo says it and stops, before it prepares or starts anything', () => {
  const env = { ...process.env, DEMO_EDGE_PORT: '6000' };
  const demo = spawnSync(process.execPath, [join(import.meta.dirname, 'demo.mjs')], {
    env,
    encoding: 'utf8',
  });
  expect(demo.stderr).toBe(
    'DEMO_EDGE_PORT cannot be 6000: browsers block that port. Choose another, such as 4002.\n',
  );
  expect([demo.status, demo.stdout]).toEqual([1, '']);
});
