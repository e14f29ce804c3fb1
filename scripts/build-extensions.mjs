/**
 * Builds both extensions without a login and checks what came out: `node scripts/build-extensions.mjs`.
 * SHOPIFY_APP_URL is written into the reminder's bundle as the app's address (default: the demo store's edge).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { themeCheckRun } from '@shopify/theme-check-node';
import { BUDGETS, weigh } from './extension-budgets.mjs';

const root = path.resolve(import.meta.dirname, '..');
const shelf = path.join(root, 'extensions/refill-shelf');
const reminderBundle = path.join(root, 'extensions/refill-reminder/dist/refill-reminder.js');
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
if (!readFileSync(reminderBundle).includes(appAddress))
  fail(`${reminderBundle} does not contain the app's address ${appAddress}`);

for (const budget of BUDGETS) {
  const bytes = weigh(budget);
  if (bytes > budget.limitBytes)
    fail(
      `${budget.what}: ${bytes} bytes compressed, ${budget.limitBytes} allowed (${budget.files.join(', ')})`,
    );
  console.log(`${budget.what.padEnd(36)} ${(bytes / 1024).toFixed(1).padStart(5)} KB compressed`);
}
console.log(`The reminder asks ${appAddress}`);
