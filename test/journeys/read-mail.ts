/** Reads the shop's mail through the inbox page, as a person does. */
import type { Page } from 'playwright-core';
import type { RunningDemo } from './start-demo';

/** Subjects of the mails to an address, the newest first. */
export async function mailsTo(demo: RunningDemo, page: Page, email: string): Promise<string[]> {
  await page.goto(`${demo.demo}/inbox?q=${encodeURIComponent(email)}`);
  return page.locator('.mail__subject').allTextContents();
}

/** Opens the newest mail to an address. @returns its address among the demo's pages */
export async function openNewestMail(demo: RunningDemo, page: Page, email: string): Promise<string> {
  await page.goto(`${demo.demo}/inbox?q=${encodeURIComponent(email)}`);
  await page.locator('.mails a').first().click();
  await page.waitForURL(/\/inbox\/[\w-]+$/);
  return page.url();
}

/** Follows a link of the open mail, which opens in a tab of its own. */
export async function followLink(page: Page, name: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.frameLocator('iframe.mail-body').getByRole('link', { name }).first().click();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}

/** Moves the mouse a little, as everybody does who looks at a page. */
export async function beSeen(page: Page): Promise<void> {
  await page.mouse.move(40, 500);
  await page.mouse.move(90, 540);
}
