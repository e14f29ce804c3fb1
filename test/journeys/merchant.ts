/** The merchant in front of the admin: opens Larder, and does what its setup guide asks for. */
import { vi } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { query } from './app-database';
import type { RunningDemo } from './start-demo';

const CLIENT = 'larder-demo-client-id-0000000000';

export interface Merchant {
  readonly page: Page;
  /** The app inside the admin. */
  readonly app: FrameLocator;
  /** Errors that the browser's console showed so far. */
  readonly consoleErrors: readonly string[];
  /** Opens a page and waits until it answers to clicks. @param path inside the app: '' is its home */
  open(path: string): Promise<void>;
}

export async function openMerchant(
  demo: RunningDemo,
  size?: { width: number; height: number },
): Promise<Merchant> {
  const page = await (await demo.newContext(size)).newPage();
  const consoleErrors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  return {
    page,
    app: page.frameLocator('iframe').first(),
    consoleErrors,
    async open(path) {
      await page.goto(`${demo.demo}/admin/apps/larder${path}`);
      const heading = page.frameLocator('iframe').first().locator('h1').first();
      await vi.waitUntil(() => heading.evaluate(isAlive).catch(() => false), {
        timeout: 60_000,
        interval: 100,
      });
    },
  };
}

/** Whether React has taken over what the server sent: what is typed or pressed before then is lost. */
const isAlive = (node: Element): boolean => Object.keys(node).some((key) => key.startsWith('__reactProps$'));

/** Opens the app for the first time, which installs it, and waits until the shop's past is read and forecast. */
export async function install(demo: RunningDemo, merchant: Merchant): Promise<void> {
  await merchant.open('');
  await merchant.app.getByText('Set up Larder').waitFor();
  const isRead = () => query(demo.stateDir, `SELECT 1 FROM "Backfill" WHERE "phase" = 'done'`).length === 1;
  await vi.waitUntil(isRead, { timeout: 120_000, interval: 250 });
  await demo.settle();
}

export async function saveLegalDetails(demo: RunningDemo, { page, app, open }: Merchant): Promise<void> {
  await open('/app/settings');
  await app.getByLabel('Legal name').fill('Juniper Pantry LLC');
  await app.getByLabel('Postal address').fill('12 Corner Street\nBrooklyn, NY 11201');
  await page.getByRole('button', { name: 'Save' }).click();
  const isSaved = () =>
    query(demo.stateDir, 'SELECT 1 FROM "Shop" WHERE "legalName" IS NOT NULL').length === 1;
  await vi.waitUntil(isSaved, { timeout: 30_000, interval: 100 });
  await page.locator('.save-bar').waitFor({ state: 'hidden' }); // while it is shown, the browser asks before leaving
}

export async function switchOn({ app, open }: Merchant, tactic: 'shelf' | 'reminder'): Promise<void> {
  await open(`/app/modules/${tactic}`);
  await app.getByRole('button', { name: 'Switch on' }).click();
  await app.getByRole('button', { name: 'Switch off' }).waitFor();
}

/** Follows the setup guide's links into the pretend editors and saves. */
export async function placeBlocks(demo: RunningDemo, { page }: Merchant): Promise<void> {
  for (const editor of [
    `/admin/themes/current/editor?template=index&addAppBlockId=${CLIENT}/refill-shelf&target=newAppsSection`,
    `/admin/themes/current/editor?context=apps&template=index&activateAppId=${CLIENT}/visitor-embed`,
    `/admin/settings/checkout/editor?page=thank-you&context=apps&app=${CLIENT}`,
    `/admin/settings/checkout/editor?page=order-status&context=apps&app=${CLIENT}`,
  ]) {
    await page.goto(demo.demo + editor);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
  }
}

/** From nothing to a shop whose both modules are live. */
export async function setUpShop(demo: RunningDemo): Promise<Merchant> {
  const merchant = await openMerchant(demo);
  await install(demo, merchant);
  await saveLegalDetails(demo, merchant);
  await switchOn(merchant, 'shelf');
  await switchOn(merchant, 'reminder');
  await placeBlocks(demo, merchant);
  return merchant;
}
