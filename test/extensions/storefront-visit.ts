import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { openBrowser } from '../support/open-browser';
import { layoutShifts, newVisitor, untilQuiet } from './new-visitor';
import { REFILLS } from './shelf-products';
import { openStorefront, type Storefront } from './shelf-storefront';

export const KNOWN_BROWSER = 'knownBrowser_-22chars0';

/** One browser and one storefront for a test file, a fresh visitor and fresh state for each test. */
export function visitStorefront() {
  let browser: Browser;
  let storefront: Storefront;
  let page: Page;

  beforeAll(async () => {
    [browser, storefront] = await Promise.all([openBrowser(), openStorefront()]);
  });
  afterAll(async () => {
    await browser.close();
    await storefront.close();
  });
  beforeEach(async () => {
    storefront.reset();
    page = await newVisitor(browser);
  });
  afterEach(() => page.context().close());

  return {
    get page() {
      return page;
    },
    get state() {
      return storefront.state;
    },
    get url() {
      return storefront.url;
    },
    /** Opens the home page without waiting for what its scripts do after loading. */
    async start(visitor?: string) {
      if (visitor) await page.addInitScript((id) => (localStorage.larder_visitor ??= id), visitor);
      await page.goto(storefront.url);
    },
    async open(visitor?: string) {
      await this.start(visitor);
      await untilQuiet(page);
    },
    async reload() {
      await page.reload();
      await untilQuiet(page);
    },
    /** Starts the test over on a screen of another width, in CSS pixels. */
    async resize(width: number) {
      await page.context().close();
      page = await newVisitor(browser, width);
    },
    /** A visitor whose browser runs no scripts. */
    async plainPage(): Promise<Page> {
      const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await plain.goto(storefront.url);
      return plain;
    },
    /** The app answers with refills once the returned function is called. */
    holdRefills(): () => void {
      let release = () => {};
      const after = new Promise<void>((done) => (release = done));
      storefront.state.shelf = () => ({ refills: REFILLS, after });
      return release;
    },
    choose: (allowed: boolean) =>
      page.evaluate(
        (value) => (window as unknown as { choose(value: boolean): void }).choose(value),
        allowed,
      ),
    titles: () => page.locator('.larder-card__title').allTextContents(),
    heading: () => page.locator('[data-larder-heading]').textContent(),
    layoutShifts: () => layoutShifts(page),
    stored: (key: string) => page.evaluate((name) => localStorage.getItem(name), key),
    storedKeys: () => page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage })),
    events: (type: string) => storefront.state.events.filter((event) => event.type === type),
  };
}

/** Waits for what the browser reports on its own time. */
export const until = <Result>(check: () => Result | Promise<Result>) =>
  vi.waitFor(check, { timeout: 10_000, interval: 20 });
