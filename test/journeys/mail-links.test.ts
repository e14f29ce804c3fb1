/** A reminder set to another day, and what its mail lets the reader do: put it off, take that back, end it for good. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pageProblems } from './check-page';
import { dayText, query, remindDay, shopDay, shortLivedProduct } from './app-database';
import { setUpShop } from './merchant';
import { beSeen, followLink, mailsTo, openNewestMail } from './read-mail';
import { acceptReminder, closeBrowser, guestWhoIsOffered, moveReminder } from './shopper';
import { startDemo, type RunningDemo } from './start-demo';

const HOURS_A_DAY = 24;
const WEEK = 7 * HOURS_A_DAY;

interface Reader {
  readonly page: Page;
  readonly email: string;
  readonly checkoutToken: string;
}

describe.skipIf(!process.env.CHROMIUM_PATH)('the links of a mail', { timeout: 480_000 }, () => {
  let demo: RunningDemo;
  let later: Reader; // puts the reminder off
  let never: Reader; // unsubscribes

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '120', '--days', '150'] });
    await setUpShop(demo);
    const title = shortLivedProduct(demo.stateDir);
    later = await readerOf(title);
    never = await readerOf(title);
    await demo.advance(3 * HOURS_A_DAY);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  async function readerOf(title: string): Promise<Reader> {
    const guest = await guestWhoIsOffered(demo, title);
    await acceptReminder(guest.extension);
    const day = shopDay(demo.stateDir, await demo.now()) + 2;
    await moveReminder(guest.extension, dayText(day));
    expect(remindDay(demo.stateDir, guest.checkoutToken)).toBe(day);
    return guest;
  }

  function stateOf({ checkoutToken }: Reader): string | undefined {
    const sql = 'SELECT "state" FROM "Reminder" WHERE "checkoutToken" = ?';
    return query<{ state: string }>(demo.stateDir, sql, checkoutToken)[0]?.state;
  }

  test('the mail itself is readable by everybody, on a phone as well', async () => {
    const inbox = await openNewestMail(demo, later.page, later.email);
    const mail = await later.page.context().newPage();
    for (const width of [1280, 390]) {
      await mail.setViewportSize({ width, height: 844 });
      await mail.goto(`${inbox}/body`);
      expect(await pageProblems(mail)).toEqual([]);
    }
    await mail.close();
  });

  test('"Remind me later" puts it off by a week for whoever looks, can be taken back, and can be chosen again', async () => {
    await openNewestMail(demo, later.page, later.email);
    const tab = await followLink(later.page, 'Remind me later');
    expect(stateOf(later)).toBe('sent');
    await beSeen(tab);
    await tab.getByRole('heading', { name: 'We will write again later' }).waitFor();
    expect(stateOf(later)).toBe('active');
    expect(await pageProblems(tab)).toEqual([]);
    await tab.setViewportSize({ width: 390, height: 844 });
    expect(await pageProblems(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Undo' }).click();
    await tab.getByRole('heading', { name: 'Taken back' }).waitFor();
    expect(stateOf(later)).toBe('sent');
    await tab.getByRole('button', { name: 'In a week' }).click();
    await tab.getByRole('heading', { name: 'We will write again later' }).waitFor();
    expect(stateOf(later)).toBe('active');
  });

  test('"Stop reminders" asks first, and looking at the page changes nothing', async () => {
    await openNewestMail(demo, later.page, later.email);
    const tab = await followLink(later.page, 'Stop reminders');
    await tab.getByRole('heading', { name: 'Stop reminders?' }).waitFor();
    expect(await pageProblems(tab)).toEqual([]);
    await tab.setViewportSize({ width: 390, height: 844 });
    expect(await pageProblems(tab)).toEqual([]);
    expect(stateOf(later)).toBe('active');
    await tab.close();
  });

  test('a mail program’s one-click unsubscribe ends it, even a reminder that was put off', async () => {
    const inbox = await openNewestMail(demo, never.page, never.email);
    const tab = await followLink(never.page, 'Remind me later');
    await beSeen(tab);
    await tab.getByRole('heading', { name: 'We will write again later' }).waitFor();
    await tab.close();
    await never.page.goto(inbox);
    await never.page.getByRole('button', { name: /^Unsubscribe/ }).click();
    await never.page.getByText('the sender confirmed that you are unsubscribed').waitFor();
    expect(stateOf(never)).toBe('stopped');
  });

  test('a week later the one who put it off has a second mail; the one who unsubscribed has none', async () => {
    await demo.advance(WEEK + HOURS_A_DAY);
    expect(await mailsTo(demo, later.page, later.email)).toHaveLength(2);
    expect(await mailsTo(demo, never.page, never.email)).toHaveLength(1);
    await closeBrowser(later.page);
    await closeBrowser(never.page);
  });
});
