/**
 * Brings a checkout up to date with nothing but Node and npm: packages, Prisma client, built app, built extensions.
 * Each step runs only when what it rests on has changed since it last succeeded.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');
const STAMPS = join(root, 'node_modules', '.larder-prepared');

const STEPS = {
  packages: {
    says: 'Installing packages (a few minutes the first time)',
    rests: ['package.json', 'package-lock.json'],
    makes: 'node_modules/@prisma/client',
    run: () => npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']),
  },
  client: {
    says: 'Generating the database client',
    rests: ['prisma', 'prisma.config.ts', 'package-lock.json'],
    makes: 'node_modules/.prisma/client/index.js',
    run: () => bin('prisma', ['generate', '--no-hints']),
  },
  app: {
    says: 'Building the app',
    rests: ['app', 'vite.config.ts', 'prisma', 'package-lock.json'],
    makes: 'build/server/index.js',
    // Whoever runs it, a test included: another React would be built for it.
    run: () => bin('remix', ['vite:build', '--logLevel', 'error'], { NODE_ENV: 'production' }),
  },
  extensions: {
    says: 'Building the extensions',
    rests: [
      'extensions',
      'shopify.app.toml',
      'scripts/build-extensions.mjs',
      'scripts/extension-budgets.mjs',
      'package-lock.json',
    ],
    makes: 'extensions/refill-reminder/dist/refill-reminder.js',
    run: () => command(process.execPath, ['scripts/build-extensions.mjs']),
  },
};

/** @param {(keyof typeof STEPS)[]} names in the order in which they rest on each other */
export function prepare(names) {
  assertNode();
  for (const name of names) {
    const step = STEPS[name];
    const stamp = join(STAMPS, name);
    const print = fingerprint(step.rests);
    const done =
      existsSync(stamp) && readFileSync(stamp, 'utf8') === print && existsSync(join(root, step.makes));
    if (done) continue;
    process.stderr.write(`${step.says} …\n`);
    step.run();
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(stamp, print);
  }
}

function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stopWith(`Larder needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const path of paths)
    for (const file of filesOf(join(root, path)))
      hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** What a build writes among its sources. */
const MADE = ['dist', 'node_modules', '.shopify', 'manifest.json', 'shopify.d.ts'];

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !MADE.includes(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesOf(join(path, entry.name)))
    .sort();
}

function npm(args) {
  command(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

function bin(name, args, env = {}) {
  const { bin: entry } = JSON.parse(
    readFileSync(join(root, 'node_modules', PACKAGE_OF[name], 'package.json'), 'utf8'),
  );
  const script = join(
    root,
    'node_modules',
    PACKAGE_OF[name],
    typeof entry === 'string' ? entry : entry[name],
  );
  command(process.execPath, [script, ...args], env);
}

const PACKAGE_OF = { prisma: 'prisma', remix: '@remix-run/dev' };

function command(program, args, env = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trimEnd().split('\n');
  stopWith(`${said.slice(-60).join('\n')}\nThis failed: ${[program, ...args].join(' ')}`);
}

export function stopWith(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (process.argv[1] === import.meta.filename)
  prepare(/** @type {(keyof typeof STEPS)[]} */ (Object.keys(STEPS)));
