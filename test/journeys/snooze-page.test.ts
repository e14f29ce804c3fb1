/** Who opens "Remind me later": programs that look at every link change nothing, a person needs the one tap that opened it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { openMailDoors, type MailDoors } from '../support/mail-doors';
import { openBrowser } from '../support/open-browser';
import { pageProblems } from './check-page';

const BUTTONS = '#later button';
const PLAIN =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

describe.skipIf(!process.env.CHROMIUM_PATH)('the snooze page', () => {
  let browser: Browser; // says that a program steers it, as scanners' browsers do
  let disguised: Browser; // does not say so
  let doors: MailDoors;

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-blink-features=AutomationControlled'];
    [browser, disguised] = await Promise.all([
      openBrowser(),
      chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await disguised?.close();
  });
  beforeEach(async () => {
    doors = await openMailDoors();
  });
  afterEach(() => doors.close());

  /** The page as it stands when its link was just followed; only `pass` moves its time, however long a press takes here. */
  async function open(by: Browser, options: BrowserContextOptions = {}): Promise<Page> {
    const userAgent = by === disguised ? PLAIN : undefined;
    const page = await (await by.newContext({ userAgent, ...options })).newPage();
    const now = Date.now();
    await page.clock.install({ time: now });
    await page.clock.pauseAt(now + 1000);
    await page.goto(doors.links.snooze);
    return page;
  }

  async function pass(page: Page, seconds: number): Promise<void> {
    await page.clock.runFor(seconds * 1000);
  }

  /** Axe waits by timers, too: while it looks, time goes on by very little. */
  async function problemsOf(page: Page): Promise<string[]> {
    let found: string[] | null = null;
    const looking = pageProblems(page).then((problems) => (found = problems));
    while (!found) await Promise.race([looking, page.clock.runFor(5)]);
    return looking;
  }

  const isPutOff = (page: Page) => page.getByRole('heading', { name: 'We will write again later' }).waitFor();
  const state = async () => (await doors.world.ports.db.read.prisma.reminder.findFirst())?.state;

  test('a scanner that opens it, runs its script and waits for minutes changes nothing', async () => {
    const page = await open(browser);
    await pass(page, 300);
    expect(doors.posted).toEqual([]);
    expect(await state()).toBe('sent');
    expect(await page.getByText('Stay on this page').isVisible()).toBe(false);
  });

  test('nor does one that hides what it is, waits for the page to settle, scrolls and makes events up', async () => {
    const page = await open(disguised);
    await page.evaluate(`(() => {
      scrollTo(0, 500);
      for (const name of ['pointermove', 'pointerdown', 'mousemove', 'click', 'touchstart', 'wheel'])
        document.dispatchEvent(new PointerEvent(name, { bubbles: true, screenX: 90, screenY: 90 }));
      document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, screenX: 9, screenY: 9 }));
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      dispatchEvent(new Event('focus'));
    })()`);
    await pass(page, 12);
    expect(doors.posted).toEqual([]);
    expect(await state()).toBe('sent');
  });

  test.each<[string, BrowserContextOptions, (page: Page) => Promise<void>]>([
    [
      'touches it',
      { hasTouch: true, viewport: { width: 390, height: 844 } },
      (page) => page.touchscreen.tap(20, 800),
    ],
    ['clicks anywhere', {}, (page) => page.mouse.click(20, 20)],
    [
      'moves the mouse',
      {},
      async (page) => {
        await page.mouse.move(100, 500);
        await page.mouse.move(180, 520);
      },
    ],
    ['turns the wheel', {}, (page) => page.mouse.wheel(0, 100)],
    ['presses a key', {}, (page) => page.keyboard.press('ArrowDown')],
  ])('somebody who %s is a person: it is put off by a week, once', async (_what, options, act) => {
    const page = await open(browser, options);
    await act(page);
    await act(page);
    expect(doors.posted).toEqual([]);
    await pass(page, 1);
    await isPutOff(page);
    expect(doors.posted).toEqual(['choice=week']);
    expect(await state()).toBe('active');
  });

  test('somebody who only looks is told what happens, and after a while it does', async () => {
    const page = await open(disguised);
    expect(await page.getByRole('status').filter({ hasText: 'Stay on this page' }).isVisible()).toBe(true);
    expect(await problemsOf(page)).toEqual([]);
    doors.world.ports.clock.advance(16_000);
    await pass(page, 16);
    await isPutOff(page);
    expect(doors.posted).toEqual(['choice=week']);
  });

  test('a browser whose clock runs ahead of ours is no person, and is not asked to wait again', async () => {
    const page = await open(disguised);
    await pass(page, 16);
    await page.waitForURL(/opened=/);
    await pass(page, 300);
    expect(doors.posted).toEqual(['choice=week']);
    expect(await state()).toBe('sent');
    expect(await page.getByText('Stay on this page').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'In a month' }).click();
    await isPutOff(page);
  });

  test('a program that says its name is not asked to wait', async () => {
    const page = await open(disguised, { userAgent: 'Mozilla/5.0 HeadlessChrome/156.0.0.0 Safari/537.36' });
    await pass(page, 300);
    expect(doors.posted).toEqual([]);
  });

  test('a mouse that rests where the page appears is no person yet', async () => {
    const page = await open(browser);
    await page.mouse.move(300, 300);
    await page.mouse.move(302, 301);
    await pass(page, 30);
    expect(doors.posted).toEqual([]);
  });

  test('who goes for another choice has that one and no other', async () => {
    const page = await open(browser);
    await page.mouse.move(100, 100);
    await page.getByRole('button', { name: 'In a month' }).hover();
    await pass(page, 2);
    expect(doors.posted).toEqual([]);
    await page.getByRole('button', { name: 'In a month' }).click();
    await isPutOff(page);
    expect(doors.posted).toEqual(['choice=month']);
  });

  test('who comes by keyboard chooses alone, for as long as it takes', async () => {
    const page = await open(disguised);
    await page.keyboard.press('Tab');
    expect(await page.getByText('Stay on this page').isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await pass(page, 60);
    expect(doors.posted).toEqual([]);
    await page.keyboard.press('Enter');
    await isPutOff(page);
    expect(doors.posted).toEqual(['choice=two-weeks']);
  });

  test('the choices stay in their places, so that a press means the same before and after', async () => {
    const page = await open(browser, { viewport: { width: 390, height: 844 } });
    const places = () =>
      page
        .locator(BUTTONS)
        .evaluateAll((all) =>
          all
            .slice(0, 3)
            .map((element) =>
              Math.round((element as { getBoundingClientRect(): { y: number } }).getBoundingClientRect().y),
            ),
        );
    const before = await places();
    await page.mouse.click(5, 5);
    await pass(page, 1);
    await isPutOff(page);
    expect(await places()).toEqual(before);
    expect(await page.getByRole('button', { name: 'In a week' }).isDisabled()).toBe(true);
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Taken back' }).waitFor();
    await pass(page, 60);
    expect(await state()).toBe('sent');
  });

  test('without script it asks, and its buttons work', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(doors.links.snooze);
    expect(await page.getByText('Stay on this page').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'In two weeks' }).click();
    await isPutOff(page);
    expect(doors.posted).toEqual(['choice=two-weeks']);
  });
});
