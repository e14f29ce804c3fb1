/** Who may see what, in real browsers: the held out, strangers with another's address, guests, and two on one browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  armOf,
  query,
  shopDay,
  shoppersWithSomethingDue,
  shortLivedProduct,
  type FoundShopper,
} from './app-database';
import { setUpShop } from './merchant';
import { mailsTo } from './read-mail';
import {
  addToCart,
  checkOut,
  closeBrowser,
  consent,
  lookAtShelf,
  newShopper,
  REFILLS,
  rememberedId,
  signIn,
  signOut,
} from './shopper';
import { startDemo, type RunningDemo } from './start-demo';

const HOURS_A_DAY = 24;

describe.skipIf(!process.env.CHROMIUM_PATH)('who sees what', { timeout: 480_000 }, () => {
  let demo: RunningDemo;
  let guest: { page: Page; id: string; title: string };
  let heldOut: { page: Page; email: string };

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '300', '--days', '150'] });
    await setUpShop(demo);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  /** Signs the first account holder in who fits. */
  async function signInWhere(
    page: Page,
    fits: (found: FoundShopper) => boolean,
  ): Promise<FoundShopper & { email: string }> {
    for (const found of shoppersWithSomethingDue(demo.stateDir, await demo.now())) {
      if (!fits(found)) continue;
      const email = await signIn(demo, page, found.customerId);
      if (email) return { ...found, email };
    }
    throw new Error('Nobody in this small shop fits the journey');
  }

  const orderOf = (checkoutToken: string) =>
    query<{ browserId: string | null }>(
      demo.stateDir,
      'SELECT "browserId" FROM "Order" WHERE "checkoutToken" = ?',
      checkoutToken,
    )[0];

  test('the held-out shopper gets the top sellers and no offer, and is counted', async () => {
    const page = await newShopper(demo, { consents: true });
    const { due, customerId, email } = await signInWhere(page, ({ shelfArm }) => shelfArm === 'holdout');
    const shelf = await lookAtShelf(demo, page);
    expect(shelf.asked).toBe(true);
    expect(shelf.heading).not.toBe(REFILLS);
    await addToCart(demo, page, due[0] ?? '');
    const { offered, extension } = await checkOut(demo, page);
    expect(offered).toBe(false);
    expect(await extension.getByRole('button').count()).toBe(0);
    const exposed = query<{ tactic: string; arm: string }>(
      demo.stateDir,
      `SELECT DISTINCT e."tactic", e."arm" FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId"
       WHERE k."kind" = 'account' AND k."value" = ? ORDER BY e."tactic"`,
      customerId,
    );
    expect(exposed).toEqual([
      { tactic: 'reminder', arm: 'holdout' },
      { tactic: 'shelf', arm: 'holdout' },
    ]);
    heldOut = { page, email };
  });

  test('who types another person’s address at checkout sees nothing of that person', async () => {
    const other = await newShopper(demo, { consents: true });
    const { email, due } = await signInWhere(other, ({ shelfArm }) => shelfArm === 'treated');
    await closeBrowser(other);
    const page = await newShopper(demo, { consents: true });
    await addToCart(demo, page, 'Stoneware Mug');
    const id = await rememberedId(page);
    const offers: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/reminders')) void response.text().then((text) => offers.push(text));
    });
    const { checkoutToken } = await checkOut(demo, page, email);
    await expect.poll(() => orderOf(checkoutToken)?.browserId, { timeout: 30_000 }).toBe(id);
    await demo.settle();
    const shelf = await lookAtShelf(demo, page);
    expect(shelf.asked).toBe(true);
    expect(shelf.heading).not.toBe(REFILLS);
    expect(offers.join()).not.toContain('existing');
    await page.goto(`${demo.storefront}/account`);
    expect(new URL(page.url()).pathname).toBe('/account/login');
    expect(due.length).toBeGreaterThan(0); // there was something to see
    await closeBrowser(page);
  });

  test('a guest who allowed it is recognised weeks later, without signing in', async () => {
    guest = await guestInTreatment(shortLivedProduct(demo.stateDir));
    expect(await daysToRefill(guest.id)).toBeGreaterThan(0);
    expect((await lookAtShelf(demo, guest.page)).heading).not.toBe(REFILLS);
    // A forecast moves as others buy: what was near may have become later.
    for (let days; (days = await daysToRefill(guest.id)) > 0;) await demo.advance(days * HOURS_A_DAY);
    const shelf = await lookAtShelf(demo, guest.page);
    expect(shelf.heading).toBe(REFILLS);
    expect(shelf.titles[0]).toBe(guest.title);
  });

  test('a customer who signs in on that browser sees their own things, and afterwards nobody sees anybody’s', async () => {
    const { page, title } = guest;
    const customer = await signInWhere(
      page,
      ({ shelfArm, due }) => shelfArm === 'treated' && !due.includes(title),
    );
    const own = await lookAtShelf(demo, page);
    expect(own.heading).toBe(REFILLS);
    expect(own.titles[0]).toBe(customer.due[0]);
    await signOut(page);
    const afterwards = await lookAtShelf(demo, page);
    expect(afterwards.asked).toBe(true);
    expect(afterwards.heading).not.toBe(REFILLS);
  });

  test('consent taken back: the id is gone from the browser and from the cart', async () => {
    const { page } = guest;
    await addToCart(demo, page, guest.title);
    await rememberedId(page);
    const written = page.waitForResponse((response) => response.url().includes('/cart/update.js'));
    await consent(page, 'Decline');
    await written;
    expect(await page.evaluate('localStorage.larder_visitor ?? null')).toBeNull();
    const { checkoutToken } = await checkOut(demo, page, 'guest.again@example.test');
    await expect.poll(() => orderOf(checkoutToken), { timeout: 30_000 }).toEqual({ browserId: null });
    expect((await lookAtShelf(demo, page)).asked).toBe(false);
    await closeBrowser(page);
  });

  test('the held-out shopper’s inbox has stayed empty', async () => {
    expect(await mailsTo(demo, heldOut.page, heldOut.email)).toEqual([]);
    await closeBrowser(heldOut.page);
  });

  /** A guest who has bought one product, with the embed's id in the cart, and whom no draw keeps from the shelf. */
  async function guestInTreatment(title: string): Promise<{ page: Page; id: string; title: string }> {
    for (let tries = 1; tries <= 8; tries += 1) {
      const page = await newShopper(demo, { consents: true });
      await addToCart(demo, page, title);
      const id = await rememberedId(page);
      const { checkoutToken } = await checkOut(demo, page, `guest.${tries}@example.test`);
      await expect.poll(() => orderOf(checkoutToken)?.browserId, { timeout: 30_000 }).toBe(id);
      await demo.settle();
      const isTreated = armOf({ kind: 'browser', value: id }, 'shelf') === 'treated';
      if (isTreated && !isHeldOut(id)) return { page, id, title };
      await closeBrowser(page);
    }
    throw new Error('Eight browsers in a row were held out');
  }

  /** The thank-you page may have drawn this person already, by what it knew of them. */
  function isHeldOut(browserId: string): boolean {
    const sql = `SELECT 1 FROM "ShopperKey" b
      JOIN "ShopperKey" k ON k."shopId" = b."shopId" AND k."personId" = b."personId"
      JOIN "Assignment" a ON a."keyId" = k."id" AND a."arm" = 'in'
      WHERE b."kind" = 'browser' AND b."value" = ?`;
    return query(demo.stateDir, sql, browserId).length > 0;
  }

  /** Days until the browser's own purchase may be shown as a refill. */
  async function daysToRefill(browserId: string): Promise<number> {
    const sql = `SELECT f."windowFromOn" FROM "Forecast" f JOIN "ShopperKey" k ON k."id" = f."keyId"
      WHERE k."kind" = 'browser' AND k."value" = ?`;
    const [forecast] = query<{ windowFromOn: number }>(demo.stateDir, sql, browserId);
    return (forecast?.windowFromOn ?? 0) - shopDay(demo.stateDir, await demo.now());
  }
});
