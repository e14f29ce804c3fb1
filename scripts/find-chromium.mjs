/** A Chromium to test with: named by CHROMIUM_PATH, installed on this machine, or fetched by Playwright; else null. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** @returns {Promise<string | null>} path of a browser that can be started */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = PLACES.find((place) => existsSync(place));
  if (installed) return installed;
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) fetchWithPlaywright();
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function fetchWithPlaywright() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  process.stderr.write('Fetching a browser for the journeys …\n');
  spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
}
