/** Every page at a desktop's and a phone's width: no error in the console, nothing that axe finds, nothing cut off. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { query, shortLivedProduct, shoppersWithSomethingDue } from './app-database';
import { pageProblems } from './check-page';
import { openMerchant, setUpShop } from './merchant';
import { acceptReminder, addToCart, guestWhoIsOffered, lookAtShelf, newShopper, signIn } from './shopper';
import { startDemo, type RunningDemo } from './start-demo';

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

const APP_PAGES = {
  '': 'Overview',
  '/app/modules': 'Modules',
  '/app/modules/shelf': 'Refill shelf',
  '/app/modules/reminder': 'Refill reminder',
  '/app/consumables': 'Consumables',
  '/app/consumables?view=others': 'Consumables',
  '/app/consumables/shoppers': 'Look up a shopper',
  '/app/consumables/shoppers?q=nobody': 'Look up a shopper',
  '/app/reminders': 'Mail',
  '/app/letters': 'Letters',
  '/app/letters/reminder': 'Refill reminder',
  '/app/letters/follow-up-discovery': 'Two-week email: discovery',
  '/app/results': 'Results',
  '/app/results?of=larder': 'Results',
  '/app/results?of=reminder&on=2020-01-01': 'Results',
  '/app/insights': 'Insights',
  '/app/consumables/backtest': 'Backtest',
  '/app/settings': 'Settings',
  '/app/history': 'Older orders',
};

/** A consumable, and somebody who bought it. */
const BOUGHT = `
  SELECT CAST(p."productId" AS TEXT) AS "productId", p."title", CAST(b."customerId" AS TEXT) AS "customerId"
  FROM "Consumable" c JOIN "Product" p USING ("shopId", "productId") JOIN "Purchase" b USING ("shopId", "productId")
  WHERE c."holds" AND b."customerId" IS NOT NULL LIMIT 1`;

describe.skipIf(!process.env.CHROMIUM_PATH)('the pages', { timeout: 480_000 }, () => {
  let demo: RunningDemo;
  let page: Page; // a shopper who is known and has asked for a reminder
  let thankYou: string;

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '120', '--days', '150'] });
    await setUpShop(demo);
    const guest = await guestWhoIsOffered(demo, shortLivedProduct(demo.stateDir));
    await acceptReminder(guest.extension);
    thankYou = guest.page.url();
    page = guest.page;
    await demo.advance(1);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  test.each(WIDTHS)('of the app at $width px', async (size) => {
    const merchant = await openMerchant(demo, size);
    const problems: string[] = [];
    const [bought] = query<{ productId: string; title: string; customerId: string }>(demo.stateDir, BOUGHT);
    if (!bought) throw new Error('Nobody has bought a consumable');
    const pages = {
      ...APP_PAGES,
      [`/app/consumables/${bought.productId}`]: bought.title,
      [`/app/consumables/shoppers?q=${bought.customerId}`]: 'Look up a shopper',
    };
    for (const [path, title] of Object.entries(pages)) {
      await merchant.open(path);
      await merchant.app.getByRole('heading', { level: 1, name: title }).waitFor();
      const frame = merchant.page.frames().find((child) => child.url().startsWith(demo.edge));
      if (!frame) throw new Error(`${path} is not in its frame`);
      problems.push(...(await pageProblems(frame)).map((problem) => `${path || 'home'}: ${problem}`));
    }
    expect(problems).toEqual([]);
    expect(merchant.consoleErrors).toEqual([]);
    await merchant.page.context().close();
  });

  test('of the app belong to a part of its menu', async () => {
    const { page: admin, open } = await openMerchant(demo);
    for (const path of ['/app/consumables/backtest', '/app/consumables/shoppers', '/app/backtest']) {
      await open(path);
      expect(await admin.locator('.app-nav [aria-current=page]').textContent()).toBe('Consumables');
    }
    await admin.context().close();
  });

  test('of the app keep what is typed, and say beside it what is wrong', async () => {
    const { page: admin, app, open } = await openMerchant(demo);
    const save = admin.getByRole('button', { name: 'Save' });
    await open('/app/modules/shelf');
    await app.getByLabel('Why is it worth doing?').fill('');
    await save.click();
    await app.getByText('The decision note is not complete. Nothing was changed.').waitFor();
    await app.getByText('Say why it is worth doing.').waitFor();

    const why = 'People ask for it at the counter.';
    await app.getByLabel('Why is it worth doing?').fill(why);
    const leave = app.getByRole('link', { name: 'Modules' });
    await leave.click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await app.getByLabel('Why is it worth doing?').inputValue()).toBe(why);

    await admin.context().setOffline(true);
    await save.click();
    await app.getByText('Larder could not be reached. Check the connection, then try again.').waitFor();
    expect(await app.getByLabel('Why is it worth doing?').inputValue()).toBe(why);
    await admin.context().setOffline(false);
    await leave.click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Leave page' }).click();
    await app.getByRole('heading', { level: 1, name: 'Modules' }).waitFor();
    await admin.context().close();
  });

  test.each(WIDTHS)('of the storefront at $width px', async (size) => {
    await page.setViewportSize(size);
    const problems: string[] = [];
    const shopper = await newShopper(demo, { consents: true });
    await shopper.setViewportSize(size);
    const errors: string[] = [];
    shopper.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    shopper.on('pageerror', (error) => errors.push(error.message));
    for (const found of shoppersWithSomethingDue(demo.stateDir, await demo.now())) {
      if (found.shelfArm === 'treated' && (await signIn(demo, shopper, found.customerId)) !== null) break;
    }
    await lookAtShelf(demo, shopper);
    problems.push(...(await pageProblems(shopper)).map((problem) => `home: ${problem}`));
    await addToCart(demo, shopper, 'Stoneware Mug');
    problems.push(...(await pageProblems(shopper)).map((problem) => `product: ${problem}`));
    await shopper.goto(`${demo.storefront}/cart`);
    problems.push(...(await pageProblems(shopper)).map((problem) => `cart: ${problem}`));
    await shopper.context().close();
    expect(problems).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(WIDTHS)('of the thank-you page and its reminder at $width px', async (size) => {
    await page.setViewportSize(size);
    await page.goto(thankYou);
    const extension = page.frameLocator('iframe[data-extension]');
    await extension.getByRole('button').first().waitFor();
    const frame = page.frames().find((child) => child.url().includes('/extension/'));
    if (!frame) throw new Error('The extension has no frame');
    expect([...(await pageProblems(page)), ...(await pageProblems(frame))]).toEqual([]);
  });
});
