/** Shops that are not like the others, in a real browser: sixty days of orders, no orders, nothing that is used up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { query } from './app-database';
import { install, openMerchant, placeBlocks, switchOn, type Merchant } from './merchant';
import { addToCart, checkOut, lookAtShelf, newShopper, REFILLS } from './shopper';
import { startDemo, type DemoOptions, type RunningDemo } from './start-demo';

const DAY_MS = 86_400_000;

describe.skipIf(!process.env.CHROMIUM_PATH)('unusual shops', { timeout: 480_000 }, () => {
  let demo: RunningDemo | undefined;
  afterEach(() => demo?.stop(), 60_000);

  async function opened(options: DemoOptions): Promise<{ demo: RunningDemo; merchant: Merchant }> {
    demo = await startDemo(options);
    const merchant = await openMerchant(demo);
    await install(demo, merchant);
    await merchant.open('');
    await merchant.app.getByText('Set up Larder').waitFor();
    return { demo, merchant };
  }

  test('with sixty days of orders, Home says so; an order export and then the permission show the rest', async () => {
    const { demo, merchant } = await opened({
      args: ['--shoppers', '60', '--days', '120'],
      env: { DEMO_HISTORY: 'short' },
    });
    const { app, page, open } = merchant;
    await app.getByText('Larder sees your last 60 days of orders').waitFor();
    const today = Math.floor((await demo.now()).getTime() / DAY_MS);
    const daysSeen = () => {
      const sql =
        'SELECT min("placedOn") AS "oldest", count(*) AS "orders", count("importId") AS "imported" FROM "Order"';
      const [found] = query<{ oldest: number; orders: number; imported: number }>(demo.stateDir, sql);
      return { ...found, days: today - (found?.oldest ?? 0) };
    };
    expect(daysSeen()).toMatchObject({ days: expect.toSatisfy((days: number) => days > 40 && days <= 61) });

    await page.goto(`${demo.demo}/admin/orders`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export all orders as CSV' }).click(),
    ]);
    const file = join(demo.stateDir, 'orders.csv');
    await download.saveAs(file);
    await open('/app/history');
    await app.locator('input[type=file]').setInputFiles(file);
    await app.getByText(/\d+ orders added, \d+ known already/).waitFor();
    await app.getByText('Read', { exact: true }).waitFor();
    const uploaded = daysSeen();
    expect(uploaded.days).toBeGreaterThan(100);
    expect(uploaded.imported).toBeGreaterThan(20);

    await app.getByRole('button', { name: 'Allow all orders' }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect.poll(() => daysSeen().imported, { timeout: 60_000 }).toBe(0);
    expect(daysSeen()).toMatchObject({ orders: uploaded.orders, days: uploaded.days });
    await app.getByText('Shopify lets Larder read all your orders').waitFor();
    await open('');
    expect(await app.getByText('Larder sees your last 60 days of orders').count()).toBe(0);
    expect(merchant.consoleErrors).toEqual([]);
  });

  test('an empty shop can be set up; its shelf shows products, and the first order is read', async () => {
    const { demo, merchant } = await opened({ args: ['--shoppers', '0', '--days', '30'] });
    for (const path of ['/app/consumables', '/app/reminders', '/app/results', '/app/modules/shelf']) {
      await merchant.open(path);
      await merchant.app.getByRole('heading', { level: 1 }).waitFor();
    }
    await switchOn(merchant, 'shelf');
    await placeBlocks(demo, merchant);
    const page = await newShopper(demo, { consents: true });
    const shelf = await lookAtShelf(demo, page);
    expect(shelf.asked).toBe(false);
    expect(shelf.titles).toHaveLength(4);
    await addToCart(demo, page, 'Stoneware Mug');
    expect((await lookAtShelf(demo, page)).heading).not.toBe(REFILLS);
    await checkOut(demo, page, 'first.buyer@example.test');
    const orders = () => query(demo.stateDir, 'SELECT 1 FROM "Order"').length;
    await expect.poll(orders, { timeout: 30_000 }).toBe(1);
    expect(merchant.consoleErrors).toEqual([]);
  });

  test('a shop without consumables says so and what to do; counting one as a consumable works', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'larder-orders-'));
    writeFileSync(join(folder, 'orders.csv'), ordersOfThingsThatLast());
    const { merchant } = await opened({ args: ['--orders', join(folder, 'orders.csv')] });
    rmSync(folder, { recursive: true });
    await merchant.open('/app/consumables');
    await merchant.app.getByText('No consumables found').waitFor();
    await merchant.app.getByText(/your word beats ours/).waitFor();
    await merchant.app.getByRole('tab', { name: /Not consumables/ }).click();
    await merchant.app.locator('tbody').getByRole('checkbox').first().check();
    await merchant.app.getByRole('button', { name: 'Consumable', exact: true }).click();
    await merchant.page.getByText('1 product counted as a consumable').waitFor();
    await merchant.app.getByRole('tab', { name: /^Consumables/ }).click();
    await merchant.app.locator('tbody').getByText('Consumable', { exact: true }).waitFor();
    expect(merchant.consoleErrors).toEqual([]);
  });
});

/** Forty customers who each bought one thing, once. */
function ordersOfThingsThatLast(): string {
  const things = [
    'OAK SIDEBOARD',
    'WALL CLOCK WITH PENDULUM',
    'BRASS COAT STAND',
    'PICTURE FRAME',
    'GARDEN GNOME',
  ];
  const rows = Array.from({ length: 40 }, (_, i) => {
    const day = new Date(Date.UTC(2011, 0, 3 + i * 3, 10)).toISOString().slice(0, 16);
    const thing = i % things.length;
    return `${540000 + i},${day},9000${thing},${things[thing]},1,19.95,${12000 + i},United Kingdom`;
  });
  return ['invoice,date,stock_code,description,quantity,unit_price,customer_id,country', ...rows, ''].join(
    '\n',
  );
}
