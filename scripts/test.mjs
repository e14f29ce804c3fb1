/** `npm test [-- vitest arguments]`: installs, prepares and runs every test; LARDER_REQUIRE_ALL=1 skips none. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, stopWith } from './prepare.mjs';

prepare(['packages', 'client', 'app', 'extensions']);
const { findChromium } = await import('./find-chromium.mjs');
const browser = await findChromium();
if (!browser && process.env.LARDER_REQUIRE_ALL) {
  stopWith('No Chromium was found and none could be fetched. Install one, or name it in CHROMIUM_PATH.');
}
if (!browser)
  process.stderr.write(
    'Skipped: browser journeys. No Chromium here; name one in CHROMIUM_PATH to run them.\n',
  );
process.stderr.write('Skipped: PostgreSQL. Larder runs on SQLite so far.\n');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const done = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) },
});
process.exit(done.status ?? 1);
