/** The built reminder on the demo's thank-you page, by keyboard alone: what is pressed keeps the focus, and all is said. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  openTestStorefront,
  type TestStorefront,
} from '../../demo-store/storefront/testing/open-test-storefront';
import { openBrowser } from '../support/open-browser';
import { newVisitor } from './new-visitor';

/** Longer than a double tap, after which the reminder listens again. */
const REST_MS = 600;

let browser: Browser;
let store: TestStorefront;
let page: Page;
let works: boolean;

beforeAll(async () => {
  [browser, store] = await Promise.all([openBrowser(), openTestStorefront()]);
  store.placements.set({ reminderOnThankYou: true });
});
afterAll(async () => {
  await browser.close();
  await store.close();
});
beforeEach(async () => {
  works = true;
  const [variant] = store.shop.soap.variants;
  const offer = {
    productId: store.shop.soap.id,
    variantId: variant?.id,
    remindOn: '2026-12-12',
    earliestOn: '2026-11-21',
    latestOn: '2027-11-20',
  };
  const offered = { show: true, todayOn: '2026-11-20', offers: [offer] };
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  store.answerWith(({ method, url }) => {
    if (method === 'OPTIONS') return { status: 204, headers };
    if (url.pathname === '/api/reminders/offer') return { headers, body: JSON.stringify(offered) };
    return works ? { headers, body: '{}' } : { status: 500, headers };
  });
  page = await newVisitor(browser);
  await page.clock.install();
  const open = (path: string) => page.goto(store.config.urls.storefront + path);
  await open('/');
  await page.evaluate(
    (id) => fetch('/cart/add.js', { method: 'POST', body: new URLSearchParams({ id }) }),
    variant?.id ?? '',
  );
  await open('/checkout');
  await page.getByLabel('Email', { exact: true }).fill('guest@example.test');
  await page.getByLabel('Last name').fill('Guest');
  await page.getByRole('button', { name: 'Pay now' }).click();
  await inFrame('button', 'Remind me: Soap').focus();
});
afterEach(() => page.context().close());

const frame = () => page.frameLocator('iframe[data-extension]');
const inFrame = (role: 'button', name: string) => frame().getByRole(role, { name, exact: true });
const status = () => frame().locator('[role=status]').innerText();
const focused = () =>
  frame()
    .locator('s-button:focus')
    .evaluateAll((found) => found.map((each) => each.textContent));

/** Presses what has the focus, and waits for what it becomes. */
async function press(becomes: string) {
  await page.keyboard.press('Enter');
  await expect.poll(focused).toEqual([becomes]);
  await page.waitForTimeout(REST_MS);
}

test('setting, moving and cancelling it never loses the focus', async () => {
  await press('Change date');
  expect(await status()).toBe('We’ll email you around December 12.');

  await press('Keep December 12');
  await page.keyboard.press('Tab');
  await frame().getByLabel('New date').fill('2027-11-20');
  await inFrame('button', 'Save date: Soap').focus();
  await press('Change date');
  expect(await status()).toBe('We’ll email you around November 20, 2027.');

  await inFrame('button', 'Cancel reminder: Soap').focus();
  await press('Remind me');
  expect(await status()).toBe('Reminder cancelled.');
  await press('Change date');
  await press('Keep November 20, 2027');
  await press('Change date');
});

test('a day outside the limits is refused with both, in their years; the focus stays on the button', async () => {
  await press('Change date');
  await press('Keep December 12');
  await frame().getByLabel('New date').fill('2027-11-21');
  await inFrame('button', 'Save date: Soap').focus();
  await press('Save date');
  expect(await frame().getByRole('alert').innerText()).toBe(
    'Please choose a day from November 21 to November 20, 2027.',
  );
});

test('a call that fails says so and keeps the focus; a double tap is one', async () => {
  works = false;
  await press('Remind me');
  expect(await frame().getByRole('alert').innerText()).toBe('That did not work. Please try again.');
  works = true;
  // Time stands still between the taps, however long the second one takes here.
  await page.clock.pauseAt(Date.now() + 60_000);
  await inFrame('button', 'Remind me: Soap').dblclick();
  await expect.poll(focused).toEqual(['Change date']);
  await page.clock.runFor(REST_MS);
  expect(await focused()).toEqual(['Change date']);
});
