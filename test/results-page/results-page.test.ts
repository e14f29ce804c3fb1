/**
 * The results page in each of its states, in a real browser. `SCREENSHOTS=docs npx vitest run test/results-page` writes what
 * docs/results.md shows.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatsFor } from '../../app/routes/app.results/words/formats';
import { pageProblems } from '../journeys/check-page';
import type { ComparisonView } from '../../app/results/page/results-view';
import { dayToIso } from '../../app/shops/local-day';
import {
  EXAMPLE_STATES,
  EXAMPLE_TODAY,
  exampleComparison,
  type ExampleState,
} from '../support/example-views';
import { openStage, type Stage } from './open-stage';
import type { StageProps } from './stage';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const ON = dayToIso(EXAMPLE_TODAY);
const SHOP = { locale: 'en-GB', currency: 'GBP' };

const views = new Map<ExampleState, ComparisonView>();

function viewOf(state: ExampleState): ComparisonView {
  const view = views.get(state) ?? exampleComparison(state);
  views.set(state, view);
  return view;
}

function propsOf(state: ExampleState, change: Partial<StageProps> = {}): StageProps {
  const view = viewOf(state);
  const others = state === 'never-on' ? 'never-on' : 'collecting';
  return {
    view,
    states: { larder: others, shelf: view.verdict.state, reminder: others, 'follow-up': others },
    state: state === 'never-on' ? 'off' : state === 'harmful' ? 'paused' : 'on',
    on: ON,
    today: ON,
    shop: SHOP,
    link: 'https://corner.myshopify.com/admin/apps/larder/app/results?of=shelf&on=2026-11-19',
    isChanging: false,
    ...change,
  };
}

describe.skipIf(!process.env.CHROMIUM_PATH)('the results page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
    expect(stage?.errors).toEqual([]);
  });

  const words = (page: Page) => page.locator('main').innerText();

  test.each(EXAMPLE_STATES)('reads well and is open to everybody when %s', async (state) => {
    const { page } = stage;
    await stage.show(propsOf(state), DESK);
    expect(await pageProblems(page)).toEqual([]);
    await keep(page, state);
    if (state === 'fading') {
      await keep(page, 'over-time', await sections(page, 'Over time', 'Does it wear off'));
      await keep(page, 'kinds', await sections(page, 'Kinds of shoppers', 'Kinds of shoppers'));
    }
    const text = await words(page);
    expect(/NaN|undefined|Infinity|\bnull\b|\bsignificant|[^\w.]-\d/i.exec(text)).toBeNull();
    expect(text.split('How it is measured')[0]).not.toMatch(/p-value/i);
    await page.setViewportSize(PHONE);
    expect(await pageProblems(page)).toEqual([]);
  });

  test('a word explains itself on focus and on hover, and Escape puts it away', async () => {
    const { page } = stage;
    await stage.show(propsOf('helps'), DESK);
    const word = page.getByRole('button', { name: 'Time is over' });
    const said = page.getByRole('tooltip').filter({ hasText: 'Rates use only these' });
    await word.focus();
    await said.waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Of these, ordered' }).hover();
    await page.getByRole('tooltip').filter({ hasText: 'ordered within it' }).waitFor();
  });

  test('another share is chosen with what it would show and what it starts afresh', async () => {
    const { page } = stage;
    await stage.show(propsOf('too-small'), DESK);
    await page.getByRole('button', { name: 'Change the share without it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('counts from zero').waitFor();
    const start = dialog.getByRole('button', { name: 'Start a new version' });
    expect(await start.isDisabled()).toBe(true);
    await dialog.getByText('30%', { exact: true }).click();
    expect(await pageProblems(page)).toEqual([]);
    await keep(page, 'share');
    await start.click();
    expect(await page.evaluate(() => window.pressed)).toEqual([['share', 3000]]);
  });

  test('a past day says so and leads back; it changes nothing', async () => {
    const { page } = stage;
    const on = '2026-11-03';
    await stage.show(propsOf('several-versions', { on }), DESK);
    await page
      .getByText(`You are looking at the page of ${formatsFor(SHOP).day(on)}.`, { exact: true })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Change the share without it' }).count()).toBe(0);
    await page.getByText('Another day or version').click();
    expect(await pageProblems(page)).toEqual([]);
    await keep(page, 'past-day');
    await page.getByLabel('Day', { exact: true }).fill('2026-11-02');
    await page.getByRole('button', { name: 'Show this day' }).click();
    await page.getByLabel('Version').selectOption('1');
    await page.getByRole('button', { name: 'Back to today' }).click();
    expect(await page.evaluate(() => window.pressed)).toEqual([
      ['go', { on: '2026-11-02', version: null }],
      ['go', { on, version: 1 }],
      ['go', { on: null, version: null }],
    ]);
  });

  test('every table can be fetched', async () => {
    const { page } = stage;
    await stage.show(propsOf('reviewed'), DESK);
    const buttons = page.getByRole('button', { name: /^Export .* as CSV$/ });
    for (const button of await buttons.all()) await button.click();
    const pressed = await page.evaluate(() => window.pressed);
    expect(pressed.length).toBeGreaterThanOrEqual(8);
    expect(new Set(pressed.map((exported) => JSON.stringify(exported))).size).toBe(pressed.length);
  });

  test('on paper everything is open and nothing is left to press', async () => {
    const { page } = stage;
    await stage.show(propsOf('reviewed'), DESK);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.getByRole('button', { name: /CSV|Print|Change the share/ }).count()).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('details[open]').count()).toBe(0);
  });

  async function keep(page: Page, name: string, clip?: Clip): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `results-${name}.png`);
    await page.screenshot({ path, ...(clip ? { clip, fullPage: true } : {}) });
  }
});

type Clip = NonNullable<NonNullable<Parameters<Page['screenshot']>[0]>['clip']>;

/** The part of the page from one section to another. */
async function sections(page: Page, from: string, to: string): Promise<Clip> {
  const box = (title: string) =>
    page
      .locator('.larder-section')
      .filter({ has: page.getByRole('heading', { level: 2, name: title }) })
      .boundingBox();
  const [first, last] = [await box(from), await box(to)];
  if (!first || !last) throw new Error('The sections are not there');
  const { x, y, width } = first;
  return { x: x - 10, y: y - 10, width: width + 20, height: last.y + last.height - y + 20 };
}
