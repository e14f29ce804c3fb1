import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import './share-browser';

/** A connection to the run's Chromium, with contexts of its own; closing it closes those. */
export function openBrowser(): Promise<Browser> {
  const address = inject('browserAddress');
  if (!address) throw new Error('No Chromium was found: name one in CHROMIUM_PATH.');
  return chromium.connect(address);
}

/** How long a page may take on a busy machine before a test gives up. */
const PATIENCE_MS = 60_000;

/** So many times as long as a shopper's does a test's browser wait for the app: a machine under load answers late. */
const PATIENCE = 40;

/** A context whose pages wait with patience. A page that is tested for its own has `window.isHurried`. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript((patience) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout('isHurried' in window ? ms : ms * patience);
  }, PATIENCE);
  return context;
}
