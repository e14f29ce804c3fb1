/** The main job in a real browser: install, history, shelf, reminder, mail, reorder, results. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { query, remindDay, shopDay, shoppersWithSomethingDue, shortLivedProduct } from './app-database';
import { install, openMerchant, placeBlocks, saveLegalDetails, switchOn, type Merchant } from './merchant';
import { followLink, mailsTo, openNewestMail } from './read-mail';
import {
  acceptReminder,
  checkOut,
  closeBrowser,
  guestWhoIsOffered,
  lookAtShelf,
  newShopper,
  REFILLS,
  signIn,
} from './shopper';
import { startDemo, type RunningDemo } from './start-demo';

const HOURS_A_DAY = 24;

describe.skipIf(!process.env.CHROMIUM_PATH)('the main job', { timeout: 480_000 }, () => {
  let demo: RunningDemo;
  let merchant: Merchant;
  let shopper: Page; // whose reminder is followed to its mail
  let email: string;
  let reminded: string; // title
  let remindOn: number; // day

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '300', '--days', '150'] });
    merchant = await openMerchant(demo);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  test('opening the app installs it, and the history becomes consumables', async () => {
    await install(demo, merchant);
    await merchant.open('/app/consumables');
    await merchant.app
      .getByText(/bought it again/)
      .first()
      .waitFor();
  });

  test('a module goes live with its note; a reminder needs a name and an address first', async () => {
    const { app, open } = merchant;
    await open('/app/modules/reminder');
    const button = app.getByRole('button', { name: 'Switch on' });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await switchOn(merchant, 'shelf');
    await saveLegalDetails(demo, merchant);
    await switchOn(merchant, 'reminder');
    await placeBlocks(demo, merchant);
    await open('');
    await app.getByText('All done').waitFor();
  });

  test('a recognised shopper sees refills; the fourth view in a week falls back to the top sellers', async () => {
    const page = await newShopper(demo, { consents: true });
    const due = await signInAsTreated(page);
    for (let view = 1; view <= 3; view += 1) {
      const shelf = await lookAtShelf(demo, page);
      expect(shelf).toMatchObject({ heading: REFILLS, asked: true });
      expect(shelf.titles[0]).toBe(due[0]);
      expect(shelf.titles).toHaveLength(4);
    }
    const fourth = await lookAtShelf(demo, page);
    expect(fourth.asked).toBe(true);
    expect(fourth.heading).not.toBe(REFILLS);
    expect(fourth.titles).toHaveLength(4);
    await closeBrowser(page);
  });

  test('a stranger sees the same top sellers, and the server is asked nothing', async () => {
    const page = await newShopper(demo, { consents: false });
    const shelf = await lookAtShelf(demo, page);
    expect(shelf.asked).toBe(false);
    expect(shelf.heading).not.toBe(REFILLS);
    expect(shelf.titles).toHaveLength(4);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await closeBrowser(page);
  });

  test('a shopper adds a refill with one tap, buys it and asks for a reminder', async () => {
    const page = await newShopper(demo, { consents: true });
    const [title = ''] = await signInAsTreated(page);
    expect((await lookAtShelf(demo, page)).titles[0]).toBe(title);
    const added = page.getByText('Added').first().waitFor(); // it says so for two seconds
    await page
      .locator('[data-larder-items]')
      .getByRole('button', { name: `: ${title}` })
      .first()
      .click();
    await added;
    const { offered, extension, checkoutToken } = await checkOut(demo, page);
    expect(offered).toBe(true);
    await acceptReminder(extension);
    await expect.poll(() => stateOf(checkoutToken), { timeout: 30_000 }).toBe('active');
    await closeBrowser(page);
  });

  test('a guest asks for a reminder on the thank-you page', async () => {
    const title = shortLivedProduct(demo.stateDir);
    const guest = await guestWhoIsOffered(demo, title);
    shopper = guest.page;
    email = guest.email;
    await acceptReminder(guest.extension);
    await expect.poll(() => stateOf(guest.checkoutToken), { timeout: 30_000 }).toBe('active');
    remindOn = remindDay(demo.stateDir, guest.checkoutToken);
    reminded = title;
  });

  test('weeks later the mail is in the inbox, once, and its link leads to the filled cart', async () => {
    const days = remindOn - shopDay(demo.stateDir, await demo.now());
    expect(days).toBeGreaterThanOrEqual(7);
    expect(await mailsTo(demo, shopper, email)).toEqual([]);
    await demo.advance((days - 1) * HOURS_A_DAY);
    expect(await mailsTo(demo, shopper, email)).toEqual([]);
    await demo.advance(2 * HOURS_A_DAY);
    expect(await mailsTo(demo, shopper, email)).toEqual([`Your reminder: ${reminded}`]);
    await openNewestMail(demo, shopper, email);
    const mail = shopper.frameLocator('iframe.mail-body');
    await mail.getByText('Juniper Pantry LLC').first().waitFor();
    await mail.getByText('12 Corner Street').first().waitFor();
    const cart = await followLink(shopper, 'Reorder');
    await cart.waitForURL((url) => url.pathname === '/cart');
    await cart.getByRole('link', { name: reminded }).last().waitFor();
  });

  test('the reorder is counted on the results page', async () => {
    const before = await shownConversions();
    const { checkoutToken } = await checkOut(demo, shopper, email);
    await demo.advance(1);
    const counted = query(
      demo.stateDir,
      `SELECT 1 FROM "Outcome" o JOIN "Order" r ON r."orderId" = o."orderId"
       WHERE o."tactic" = 'reminder' AND r."checkoutToken" = ?`,
      checkoutToken,
    );
    expect(counted).toHaveLength(1);
    expect(await shownConversions()).toBeGreaterThan(before);
  });

  test('nothing of this left an error in the browser’s console or in the app’s log', () => {
    expect(merchant.consoleErrors).toEqual([]);
    expect(demo.loggedErrors()).toEqual([]);
  });

  /** @returns what is due for them */
  async function signInAsTreated(page: Page): Promise<readonly string[]> {
    for (const found of shoppersWithSomethingDue(demo.stateDir, await demo.now())) {
      if (found.shelfArm !== 'treated' || found.reminderArm !== 'treated') continue;
      if ((await signIn(demo, page, found.customerId)) !== null) return found.due;
    }
    throw new Error('Nobody who can sign in has something due in this small shop');
  }

  function stateOf(checkoutToken: string): string | undefined {
    const sql = 'SELECT "state" FROM "Reminder" WHERE "checkoutToken" = ?';
    return query<{ state: string }>(demo.stateDir, sql, checkoutToken)[0]?.state;
  }

  /** Conversions of those who were shown reminders, as the merchant reads them. */
  async function shownConversions(): Promise<number> {
    await merchant.open('/app/results?of=reminder');
    const row = merchant.app.getByRole('row', { name: /^With the offer/ }).first();
    return Number(await row.locator('[data-label="Ordered so far"]').textContent());
  }
});
