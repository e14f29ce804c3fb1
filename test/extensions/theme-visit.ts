import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import {
  openTestStorefront,
  type TestStorefront,
} from '../../demo-store/storefront/testing/open-test-storefront';
import { openBrowser } from '../support/open-browser';
import { newVisitor, untilQuiet } from './new-visitor';

const LONG = 'Dishwasher tablets for hard water, unscented, in a box with a name that no card can hold';

/** One browser and the demo store's storefront for a test file, a fresh visitor for each test; the app answers refills. */
export function visitThemes() {
  let browser: Browser;
  let store: TestStorefront;
  let page: Page;

  beforeAll(async () => {
    [browser, store] = await Promise.all([
      openBrowser(),
      openTestStorefront({ moreTitles: [LONG, 'Oat biscuits', 'Cat food', 'Olive oil'] }),
    ]);
    store.placements.set({ shelfOnHome: true, embedOn: true });
  });
  afterAll(async () => {
    await browser.close();
    await store.close();
  });
  beforeEach(() => answerRefills('soap'));
  afterEach(() => page.context().close());

  function answerRefills(...handles: string[]) {
    const items = handles.map((handle) => {
      const variantId = store.shop.world.productByHandle(handle)?.variants[0]?.id ?? '0';
      return { handle, variantId: BigInt(variantId), usualWeeks: 5 };
    });
    store.answerWith(({ url }) =>
      url.pathname.endsWith('/shelf')
        ? { headers: { 'content-type': 'application/liquid' }, body: shelfFragment(items) }
        : { status: 204 },
    );
  }

  return {
    get page() {
      return page;
    },
    get store() {
      return store;
    },
    answerRefills,
    async openHome(theme: string, width = 1280) {
      page = await newVisitor(browser, width);
      await page.goto(`${store.config.urls.storefront}/?theme=${theme}`);
      await page.waitForFunction('window.Shopify.customerPrivacy');
      await page.evaluate(() => document.querySelector('[data-consent]')?.remove());
      await untilQuiet(page);
    },
    /** Consent, given by a browser that has an id: the shelf asks, and shows what the app answers. */
    async showRefills() {
      await page.evaluate(`
        Shopify.customerPrivacy.setTrackingConsent({ preferences: true, analytics: true });
        localStorage.larder_visitor = 'knownBrowser_-22chars0';
        document.dispatchEvent(new Event('visitorConsentCollected'))`);
      await page.locator('.larder-card__dismiss').first().waitFor();
      await untilQuiet(page);
    },
  };
}
