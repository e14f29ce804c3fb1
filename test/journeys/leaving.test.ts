/** Ends, in a real browser: a person who asks to be forgotten, and a merchant who uninstalls. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  dayText,
  query,
  rowsThatMention,
  shopDay,
  shortLivedProduct,
  shoppersWithSomethingDue,
} from './app-database';
import { setUpShop, type Merchant } from './merchant';
import { mailsTo } from './read-mail';
import {
  acceptReminder,
  addToCart,
  checkOut,
  closeBrowser,
  guestWhoIsOffered,
  lookAtShelf,
  moveReminder,
  newShopper,
  REFILLS,
  rememberedId,
  signIn,
} from './shopper';
import { startDemo, type RunningDemo } from './start-demo';

describe.skipIf(!process.env.CHROMIUM_PATH)('leaving', { timeout: 480_000 }, () => {
  let demo: RunningDemo;
  let merchant: Merchant;

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '120', '--days', '150'] });
    merchant = await setUpShop(demo);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  async function signInAsTreated(
    page: Page,
  ): Promise<{ customerId: string; email: string; due: readonly string[] }> {
    for (const found of shoppersWithSomethingDue(demo.stateDir, await demo.now())) {
      if (found.shelfArm !== 'treated' || found.reminderArm !== 'treated') continue;
      const email = await signIn(demo, page, found.customerId);
      if (email) return { ...found, email };
    }
    throw new Error('Nobody in this small shop fits the journey');
  }

  test('after customers/redact nothing of the person is left in the database', async () => {
    const page = await newShopper(demo, { consents: true });
    const { customerId, email, due } = await signInAsTreated(page);
    expect((await lookAtShelf(demo, page)).heading).toBe(REFILLS);
    await addToCart(demo, page, due[0] ?? '');
    const browserId = await rememberedId(page);
    const { checkoutToken, extension } = await checkOut(demo, page);
    await acceptReminder(extension);
    await demo.advance(1);
    const traces = [customerId, email, browserId, checkoutToken];
    const tables = new Set(rowsThatMention(demo.stateDir, traces).map((row) => row.split(':')[0]));
    expect([...tables]).toEqual(expect.arrayContaining(['Order', 'Purchase', 'Reminder', 'ShopperKey']));

    await merchant.page.goto(`${demo.demo}/admin/customers?search=${customerId}`);
    await merchant.page.getByRole('button', { name: 'Erase personal data' }).click();
    await merchant.page.waitForURL((url) => url.search === '');
    await expect.poll(() => rowsThatMention(demo.stateDir, traces), { timeout: 60_000 }).toEqual([]);
    // Late webhooks and the hourly reconciliation bring nothing back.
    await demo.advance(3);
    expect(rowsThatMention(demo.stateDir, traces)).toEqual([]);
    expect((await lookAtShelf(demo, page)).heading).not.toBe(REFILLS);
    expect(await mailsTo(demo, page, email)).toEqual([]);
    await closeBrowser(page);
  });

  test('uninstalling stops everything at once: the shelf answers its default, no mail goes out', async () => {
    const guest = await guestWhoIsOffered(demo, shortLivedProduct(demo.stateDir));
    await acceptReminder(guest.extension);
    const soon = shopDay(demo.stateDir, await demo.now()) + 2;
    await moveReminder(guest.extension, dayText(soon));
    const page = await newShopper(demo, { consents: true });
    await signInAsTreated(page);
    expect((await lookAtShelf(demo, page)).heading).toBe(REFILLS);

    await merchant.page.goto(`${demo.demo}/admin/settings/apps`);
    await merchant.page.getByRole('button', { name: 'Uninstall' }).click();
    await merchant.page.getByText('Not installed.').waitFor();
    const gone = () =>
      query<{ uninstalledAt: unknown }>(demo.stateDir, 'SELECT "uninstalledAt" FROM "Shop"')[0]
        ?.uninstalledAt;
    await expect.poll(gone, { timeout: 30_000 }).not.toBeNull();
    expect((await lookAtShelf(demo, page)).heading).not.toBe(REFILLS);
    await demo.advance(3 * 24);
    expect(query(demo.stateDir, 'SELECT 1 FROM "Session"')).toEqual([]);
    expect(await mailsTo(demo, page, guest.email)).toEqual([]);
    await closeBrowser(page);
  });
});
