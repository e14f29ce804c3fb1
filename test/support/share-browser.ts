/** One Chromium for all browser tests of a run: their contexts keep them apart, as browsers of their own would. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where browser tests connect to; null when there is no Chromium. */
    browserAddress: string | null;
  }
}

/** Chromium as installed on the machine; CHROMIUM_PATH names another one. */
const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default async function shareBrowser({ provide }: TestProject): Promise<void | (() => Promise<void>)> {
  if (!existsSync(EXECUTABLE)) return provide('browserAddress', null);
  const server = await chromium.launchServer({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
