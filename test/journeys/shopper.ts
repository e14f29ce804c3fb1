/** A shopper in a browser of their own: looks at the home page, signs in, buys, and meets the thank-you page. */
import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import type { RunningDemo } from './start-demo';

export interface Shelf {
  readonly heading: string;
  readonly titles: readonly string[];
  /** Whether the shelf's script asked the server. */
  readonly asked: boolean;
}

export const REFILLS = 'Time for a refill?';

/** A browser that has never been here, with the shop's home page open. */
export async function newShopper(demo: RunningDemo, { consents }: { consents: boolean }): Promise<Page> {
  const page = await (await demo.newContext()).newPage();
  await page.goto(`${demo.storefront}/`);
  if (consents) await consent(page, 'Accept');
  return page;
}

export async function consent(page: Page, answer: 'Accept' | 'Decline'): Promise<void> {
  const button = page.getByRole('button', { name: answer });
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Cookie preferences' }).click();
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/** Signs in as an account holder. @returns their address, or null when this customer has no account */
export async function signIn(demo: RunningDemo, page: Page, customerId: string): Promise<string | null> {
  await page.goto(`${demo.storefront}/account/login?q=${customerId}`);
  const button = page.getByRole('button', { name: /^Act as/ });
  if ((await button.count()) === 0) return null;
  const email = await page.locator('.people__list li span').first().textContent();
  await button.first().click();
  await page.waitForURL((url) => url.pathname === '/account');
  return email;
}

export async function signOut(page: Page): Promise<void> {
  await page.goto(new URL('/account', page.url()).href);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Opens the home page and waits until the shelf's script has had its answer, or has decided not to ask. */
export async function lookAtShelf(demo: RunningDemo, page: Page): Promise<Shelf> {
  const asked: Promise<unknown>[] = [];
  const listen = (request: { url(): string; response(): Promise<unknown> }) => {
    if (request.url().includes('/apps/larder/shelf')) asked.push(request.response());
  };
  page.on('request', listen);
  await page.goto(`${demo.storefront}/`);
  await page.waitForFunction('window.Shopify.customerPrivacy !== undefined');
  await quiet(page);
  await Promise.all(asked);
  await quiet(page);
  page.off('request', listen);
  return {
    heading: (await page.locator('[data-larder-heading]').first().textContent())?.trim() ?? '',
    titles: (await page.locator('.larder-card__title').allTextContents()).map((title) => title.trim()),
    asked: asked.length > 0,
  };
}

/** Two idle moments: the first is the one in which the shelf's script starts. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    '(async () => { for (let i = 0; i < 2; i += 1) await new Promise((done) => requestIdleCallback(() => setTimeout(done))); })()',
  );
}

/** Puts one product into the cart from its own page. */
export async function addToCart(demo: RunningDemo, page: Page, title: string): Promise<void> {
  await page.goto(`${demo.storefront}/search?q=${encodeURIComponent(title)}`);
  await page.locator('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByText('In your cart').waitFor();
}

/** Waits until the embed has written this browser's id to the cart. @returns the id */
export async function rememberedId(page: Page): Promise<string> {
  await page.waitForFunction('localStorage.larder_visitor && localStorage.larder_cart');
  return page.evaluate<string>('localStorage.larder_visitor');
}

export interface Bought {
  readonly checkoutToken: string;
  /** Whether the app let the thank-you page offer a reminder. */
  readonly offered: boolean;
  /** The extension on the thank-you page. */
  readonly extension: FrameLocator;
}

/** Buys what is in the cart, and waits until the thank-you page knows what to offer. @param email only a guest types one */
export async function checkOut(demo: RunningDemo, page: Page, email?: string): Promise<Bought> {
  await page.goto(`${demo.storefront}/cart`);
  await page.getByRole('button', { name: 'Check out' }).click();
  if (email) {
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('First name').fill('Robin');
    await page.getByLabel('Last name').fill('Traveller');
  }
  const answer = page.waitForResponse(
    (response) => response.url().includes('/api/reminders/offer') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.waitForURL(/thank-you/);
  const { show } = (await (await answer).json()) as { show: boolean };
  return {
    checkoutToken: /checkouts\/([^/]+)/.exec(page.url())?.[1] ?? '',
    offered: show,
    extension: page.frameLocator('iframe[data-extension]'),
  };
}

/** Takes the first reminder that the thank-you page offers. */
export async function acceptReminder(extension: FrameLocator): Promise<void> {
  await extension.getByRole('button', { name: 'Remind me' }).first().click();
  await extension.getByText(/We.ll email you/).waitFor();
}

/** Moves the reminder that was just set to another day. @param day written YYYY-MM-DD */
export async function moveReminder(extension: FrameLocator, day: string): Promise<void> {
  // Nobody reads and taps within a moment: a second tap that comes so soon counts for nothing.
  await extension.owner().page().waitForTimeout(600);
  await extension.getByRole('button', { name: 'Change date' }).first().click();
  await extension.getByLabel('New date').fill(day);
  await extension.getByRole('button', { name: 'Save date' }).click();
  await extension.getByRole('button', { name: 'Save date' }).waitFor({ state: 'detached' });
  await extension.getByText(/We.ll email you/).waitFor();
}

/**
 * A guest with a browser of their own and an address nobody has, who buys one product and is offered a reminder: some are
 * held out, so the next one tries.
 */
export async function guestWhoIsOffered(
  demo: RunningDemo,
  title: string,
): Promise<Bought & { page: Page; email: string }> {
  for (let guest = 1; guest <= 8; guest += 1) {
    const page = await newShopper(demo, { consents: true });
    const email = `robin.${randomUUID().slice(0, 8)}@example.test`;
    await addToCart(demo, page, title);
    const bought = await checkOut(demo, page, email);
    if (bought.offered) return { ...bought, page, email };
    await closeBrowser(page);
  }
  throw new Error('Eight guests in a row were offered no reminder');
}

export const closeBrowser = (page: Page): Promise<void> => page.context().close();
