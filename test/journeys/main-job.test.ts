/** The main job in a real browser: install, history, shelf, reminder, mail, results. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { openAppDatabase, shoppersWithSomethingDue, type FoundShopper } from './find-shopper';
import { appFrame, startDemo, type RunningDemo } from './start-demo';

const CLIENT = 'larder-demo-client-id-0000000000';
const browserIsHere = process.env.CHROMIUM_PATH !== undefined;

describe.skipIf(!browserIsHere)('the main job', { timeout: 240_000 }, () => {
  let demo: RunningDemo;
  let merchant: Page;
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '300', '--days', '150'] });
    merchant = await (await demo.newContext()).newPage();
    merchant.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
    merchant.on('pageerror', (error) => consoleErrors.push(error.message));
  }, 240_000);
  afterAll(() => demo?.stop());

  const now = async () => new Date(((await (await fetch(`${demo.demo}/clock`)).json()) as { nowAt: number }).nowAt);
  const query = <T>(sql: string): T[] => {
    const db = openAppDatabase(demo.stateDir);
    const rows = db.prepare(sql).all() as T[];
    db.close();
    return rows;
  };
  const pageOf = (path: string) => merchant.goto(`${demo.demo}/admin/apps/larder${path}`);

  async function actAs(customerId: string, context?: BrowserContext): Promise<Page> {
    const page = await (context ?? (await demo.newContext())).newPage();
    await page.goto(`${demo.storefront}/account/login?q=${customerId}`);
    await page.getByRole('button', { name: /Act as/ }).first().click();
    await page.waitForURL((url) => !url.pathname.includes('/login'));
    return page;
  }

  /** The home page once the shelf's script has had its answer, or has decided not to ask. */
  async function shelfOf(page: Page): Promise<{ heading: string; titles: string[]; asked: boolean }> {
    const answer = page.waitForResponse((response) => response.url().includes('/apps/larder/shelf'), { timeout: 4000 });
    const asked = answer.then((response) => response.finished()).then(() => true, () => false);
    await page.goto(`${demo.storefront}/`);
    const wasAsked = await asked;
    await page.waitForTimeout(150);
    return {
      heading: (await page.locator('[data-larder-heading]').first().textContent())?.trim() ?? '',
      titles: await page.locator('.larder-card__title').allTextContents(),
      asked: wasAsked,
    };
  }

  const someone = async (arm: FoundShopper['arm']) => {
    const found = shoppersWithSomethingDue(demo.stateDir, await now()).find((shopper) => shopper.arm === arm);
    if (!found) throw new Error(`Nobody in arm ${arm} has something due in this small shop`);
    return found;
  };

  test('opening the app installs it, and the history is read with progress', async () => {
    await pageOf('');
    const app = appFrame(merchant);
    await app.getByText('Set up Larder').waitFor();
    await expect
      .poll(() => query<{ phase: string }>('SELECT "phase" FROM "Backfill"')[0]?.phase, { timeout: 90_000 })
      .toBe('done');
    await expect.poll(() => query('SELECT 1 FROM "Forecast" LIMIT 1').length, { timeout: 60_000 }).toBe(1);
    await pageOf('/app/consumables');
    await app.getByText(/bought it again/).first().waitFor();
  });

  test('a module goes live with its note; a reminder needs a name and an address first', async () => {
    const app = appFrame(merchant);
    await pageOf('/app/modules/shelf');
    await app.getByRole('button', { name: 'Switch on' }).click();
    await app.getByRole('button', { name: 'Switch off' }).waitFor();
    await pageOf('/app/settings');
    await app.getByLabel('Legal name').fill('Juniper Pantry LLC');
    await app.getByLabel('Postal address').fill('12 Corner Street\nBrooklyn, NY 11201');
    await merchant.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => query<{ legalName: string }>('SELECT "legalName" FROM "Shop"')[0]?.legalName).toBe('Juniper Pantry LLC');
    await pageOf('/app/modules/reminder');
    await app.getByRole('button', { name: 'Switch on' }).click();
    await app.getByRole('button', { name: 'Switch off' }).waitFor();
    for (const editor of [
      `/admin/themes/current/editor?template=index&addAppBlockId=${CLIENT}/refill-shelf&target=newAppsSection`,
      `/admin/themes/current/editor?context=apps&template=index&activateAppId=${CLIENT}/visitor-embed`,
      `/admin/settings/checkout/editor?page=thank-you&context=apps&app=${CLIENT}`,
    ]) {
      await merchant.goto(demo.demo + editor);
      await merchant.getByRole('button', { name: 'Save' }).click();
    }
    await pageOf('');
    await app.getByText('All done').waitFor();
    expect(consoleErrors).toEqual([]);
  });

  test('a recognised shopper sees refills; the fourth view in a week falls back to the top sellers', async () => {
    const shopper = await someone('treated');
    const page = await actAs(shopper.customerId);
    await page.getByRole('button', { name: 'Accept' }).click();
    for (let view = 1; view <= 3; view += 1) {
      const shelf = await shelfOf(page);
      expect(shelf.heading).toBe('Time for a refill?');
      expect(shelf.titles[0]?.trim()).toBe(shopper.due[0]);
      expect(shelf.titles).toHaveLength(4);
    }
    const fourth = await shelfOf(page);
    expect(fourth.asked).toBe(true);
    expect(fourth.heading).not.toBe('Time for a refill?');
    expect(fourth.titles).toHaveLength(4);
    await page.context().close();
  });

  test('a stranger sees top sellers, and without consent or id the server is asked nothing', async () => {
    const page = await (await demo.newContext()).newPage();
    const shelf = await shelfOf(page);
    expect(shelf.asked).toBe(false);
    expect(shelf.titles).toHaveLength(4);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('the held-out shopper sees nothing personal anywhere', async () => {
    const shopper = await someone('holdout');
    const page = await actAs(shopper.customerId);
    await page.getByRole('button', { name: 'Accept' }).click();
    expect((await shelfOf(page)).heading).not.toBe('Time for a refill?');
    expect(query(`SELECT 1 FROM "Exposure" WHERE "arm" = 'holdout' AND "tactic" = 'shelf'`).length).toBeGreaterThan(0);
    await buy(page, shopper.due[0] ?? '');
    await page.waitForTimeout(3000);
    expect(await page.frameLocator('iframe[data-extension]').getByRole('button').count()).toBe(0);
    await page.context().close();
  });

  test('who types another person’s email at checkout sees nothing of that person', async () => {
    const shopper = await someone('treated');
    const page = await (await demo.newContext()).newPage();
    await page.goto(`${demo.storefront}/`);
    await page.getByRole('button', { name: 'Accept' }).click();
    await buy(page, 'Stoneware Mug', emailOf(shopper.customerId));
    await demo.advance(1);
    const shelf = await shelfOf(page);
    expect(shelf.heading).not.toBe('Time for a refill?');
    const [{ stored } = { stored: null }] = query<{ stored: string | null }>(
      'SELECT "browserId" AS "stored" FROM "Order" ORDER BY "placedAt" DESC LIMIT 1',
    );
    expect(stored).toBe(await page.evaluate(() => localStorage.getItem('larder_visitor')));
    await page.context().close();
  });

  test('checkout, opt-in, the mail on its day, reorder, and the results count it', async () => {
    const shopper = await treatedForReminder();
    const page = await actAs(shopper.customerId);
    await page.getByRole('button', { name: 'Accept' }).click();
    const title = shopper.due[0] ?? '';
    await buy(page, title);
    const extension = page.frameLocator('iframe[data-extension]');
    await extension.getByRole('button', { name: 'Remind me' }).first().click();
    await extension.getByText(/We.ll email you/).waitFor();
    await demo.advance(1);
    const [reminder] = query<{ state: string; remindOn: number; id: string }>(
      `SELECT r."id", r."state", r."remindOn" FROM "Reminder" r JOIN "ShopperKey" k ON k."id" = r."keyId"
       WHERE k."value" = '${shopper.customerId}' ORDER BY r."acceptedAt" DESC LIMIT 1`,
    );
    expect(reminder?.state).toBe('active');
  });

  async function treatedForReminder(): Promise<FoundShopper> {
    return someone('treated');
  }

  function emailOf(customerId: string): string {
    return query<{ value: string }>(`SELECT "value" FROM "ShopperKey" WHERE "value" = '${customerId}'`).length > 0
      ? `someone.else.${customerId}@example.test`
      : '';
  }

  async function buy(page: Page, title: string, email?: string): Promise<void> {
    await page.goto(`${demo.storefront}/search?q=${encodeURIComponent(title)}`);
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText('In your cart').waitFor();
    await page.goto(`${demo.storefront}/cart`);
    await page.getByRole('button', { name: 'Check out' }).click();
    if (email) {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('First name').fill('Some');
      await page.getByLabel('Last name').fill('One');
    }
    await page.getByRole('button', { name: 'Pay now' }).click();
    await page.waitForURL(/thank-you/);
  }
});
