/**
 * Builds both extensions without a login and checks what came out: `node scripts/build-extensions.mjs`.
 * SHOPIFY_APP_URL is written into the reminder's bundle as the app's address (default: the demo store's edge).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { themeCheckRun } from '@shopify/theme-check-node';

const root = path.resolve(import.meta.dirname, '..');
const shelf = path.join(root, 'extensions/refill-shelf');
const reminderBundle = path.join(root, 'extensions/refill-reminder/dist/refill-reminder.js');
const bundleLimitBytes = 16 * 1024; // compressed; Shopify allows 64 KB
const appAddress = process.env.SHOPIFY_APP_URL || 'http://localhost:4002';

function fail(message) {
  console.error(message);
  process.exit(1);
}

// The CLI's own theme check does not fail its build, so it runs here as well.
const { offenses } = await themeCheckRun(shelf);
for (const { check, uri, start, message } of offenses) {
  console.error(`${path.relative(root, fileURLToPath(uri))}:${start.line + 1} ${check}: ${message}`);
}
if (offenses.length > 0) fail(`theme check found ${offenses.length} problem(s) in extensions/refill-shelf`);

rmSync(path.dirname(reminderBundle), { recursive: true, force: true });
const cli = path.join(root, 'node_modules/@shopify/cli/bin/run.js');
const build = spawnSync(
  process.execPath,
  [cli, 'app', 'build', '--skip-dependencies-installation', '--path', root],
  {
    env: {
      ...process.env,
      SHOPIFY_APP_URL: appAddress,
      SHOPIFY_CLI_NO_ANALYTICS: '1',
      CI: '1',
      FORCE_COLOR: '0',
    },
    encoding: 'utf8',
  },
);
if (build.status !== 0) fail(`${build.stdout}${build.stderr}\nshopify app build failed`);
if (!existsSync(reminderBundle)) fail(`${build.stdout}\nshopify app build left no ${reminderBundle}`);
const bundle = readFileSync(reminderBundle);
if (!bundle.includes(appAddress)) fail(`${reminderBundle} does not contain the app's address ${appAddress}`);

if (gzipSync(bundle, { level: 9 }).length > bundleLimitBytes)
  fail(`${reminderBundle} is larger than 16 KB compressed`);

function report(file, bytes) {
  const compressed = (gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1);
  console.log(`${path.relative(root, file).padEnd(56)} ${compressed.padStart(5)} KB compressed`);
}
report(reminderBundle, bundle);
for (const name of readdirSync(path.join(shelf, 'assets')).sort()) {
  const file = path.join(shelf, 'assets', name);
  report(file, readFileSync(file));
}
console.log(`The reminder asks ${appAddress}`);
