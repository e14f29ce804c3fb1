/**
 * `npm run demo [-- --fresh --lived --orders FILE --dev]`: everything on this machine, from a fresh clone, with one command.
 * The pretend Shopify and the app run as two processes that only know each other over HTTP.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readPorts } from './demo-ports.mjs';
import { prepare, root, stopWith } from './prepare.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--dev' && arg !== '--lived');
const development = process.argv.includes('--dev');
const lived = process.argv.includes('--lived');
const PORTS = portsOrStop();
prepare(development ? ['packages', 'client', 'extensions'] : ['packages', 'client', 'app', 'extensions']);
for (const [name, number] of Object.entries(PORTS)) await assertFree(name, number);

const orders = args.includes('--orders');
if (orders && lived)
  stopWith('--lived goes without --orders: the buyers of a file have no future of their own.');
const folder = orders ? 'orders' : lived ? 'lived' : 'seeded';
const state = process.env.DEMO_STATE_DIR ?? join(root, '.demo', folder);
if (args.includes('--fresh')) rmSync(state, { recursive: true, force: true });
mkdirSync(state, { recursive: true, mode: 0o700 });

const shared = {
  ...process.env,
  ...Object.fromEntries(Object.entries(PORTS).map(([name, number]) => [name, String(number)])),
  SHOPIFY_API_KEY: 'larder-demo-client-id-0000000000',
  SHOPIFY_API_SECRET: 'larder-demo-secret-for-this-machine-only',
  LARDER_DEMO_TOKEN: 'larder-demo',
  DEMO_STATE_DIR: state,
  DEMO_APP_URL: `http://127.0.0.1:${PORTS.DEMO_APP_PORT}`,
};
const children = new Set();
let stopping = false;

const store = start('demo store', ['--import', 'tsx', 'demo-store/main.ts', ...args], shared);
const ready = await firstLine(store);
const { nowAt } = await (await fetch(`${ready.demo}/clock`)).json();

const app = start('app', ['--import', './demo-store/redirect.mjs', '--import', 'tsx', 'server/main.ts'], {
  ...shared,
  NODE_ENV: development ? 'development' : 'production',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  PORT: String(PORTS.DEMO_APP_PORT),
  DEMO_STORE_URL: `http://127.0.0.1:${PORTS.DEMO_PORT}`,
  SHOPIFY_APP_URL: ready.edge,
  // The demo's merchant grants the whole order history.
  SCOPES: 'read_products,read_orders,read_customers,write_app_proxy,read_all_orders',
  DATABASE_URL: `file:${join(state, 'larder.sqlite')}`,
  ENCRYPTION_KEY: ownKey(join(state, 'encryption.key')),
  SMTP_URL: `smtp://${ready.smtp}`,
  MAIL_FROM: 'reminders@larder.example',
  LARDER_DEMO_NOW: String(nowAt),
});
app.stdout.pipe(process.stderr);
await answers(`http://127.0.0.1:${PORTS.DEMO_APP_PORT}/healthz`);
if (lived) await live();

process.stdout.write(`
  Larder's demo is ready. Start here:

    ${ready.demo}/         the demo, its clock, and where to go
    ${ready.demo}/admin    the shop's admin: open Larder
    ${ready.storefront}/         the storefront
    ${ready.demo}/inbox    the mail that was sent

  Ctrl-C stops everything. What happened is kept; "npm run demo -- --fresh" starts over.
`);

function start(name, nodeArgs, env) {
  const child = spawn(process.execPath, nodeArgs, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  child.on('exit', (code) => {
    children.delete(child);
    if (!stopping) {
      process.stderr.write(`The ${name} stopped${code ? ` with code ${code}` : ''}.\n`);
      stop(code ?? 1);
    } else if (children.size === 0) process.exit(process.exitCode ?? 0);
  });
  return child;
}

/** Lets the weeks pass that a lived shop has still to live, and says how far it is. */
async function live() {
  const { id, hours } = await (await fetch(`${ready.demo}/clock/lived`, { method: 'POST' })).json();
  if (!id) return;
  process.stderr.write(
    `The shop lives ${Math.round(hours / 24)} days with Larder. It is kept, so that this happens once. Meanwhile: ${ready.demo}/\n`,
  );
  for (let told = -1; ; await new Promise((done) => setTimeout(done, 500))) {
    const { running, lastReport } = await (await fetch(`${ready.demo}/clock`)).json();
    if (!running) {
      for (const { what, error } of lastReport?.failures ?? [])
        process.stderr.write(`Failed: ${what}: ${error}\n`);
      return;
    }
    const days = Math.floor(running.done / 24);
    if (days === told) continue;
    told = days;
    process.stderr.write(`${days} of ${Math.round(running.total / 24)} days lived\n`);
  }
}

/** A key made for this demo, and kept beside what it encrypts. */
function ownKey(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  if (children.size === 0) process.exit(code);
  for (const child of children) child.kill('SIGTERM');
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

/** The store's one line on stdout says that it is ready and where; what follows is passed on. */
function firstLine(child) {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
  });
}

async function answers(url) {
  for (let tries = 0; tries < 240; tries += 1) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  stopWith('The app did not start within a minute; its messages stand above.');
}

function portsOrStop() {
  try {
    return readPorts(process.env);
  } catch (error) {
    return stopWith(error.message);
  }
}

function assertFree(name, number) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code !== 'EADDRINUSE') stopWith(`Port ${number} cannot be used: ${error.message}`);
      stopWith(
        `Port ${number} is taken. Is another demo running? Stop it, or choose another port: ${name}=${number + 100} npm run demo`,
      );
    });
    probe.listen(number, '127.0.0.1', () => probe.close(resolve));
  });
}
