/** The shelf in a theme that reads from right to left, with English texts: those of a language that has no translation. */
import { expect, test } from 'vitest';
import { visitThemes } from './theme-visit';

const visit = visitThemes();

test('everything starts at the right', async () => {
  await visit.openHome('souk');
  await visit.showRefills();
  const boxOf = (selector: string) => visit.page.locator(selector).first().boundingBox();
  const [grid, forget] = [await boxOf('.larder-grid'), await boxOf('.larder__forget')];
  const [dismiss, card] = [await boxOf('.larder-card__dismiss'), await boxOf('.larder-card')];
  const right = (each: typeof grid) => Math.round((each?.x ?? 0) + (each?.width ?? 0));
  expect(right(forget)).toBe(right(grid));
  expect(right(card)).toBe(right(grid));
  expect(dismiss?.x).toBe(card?.x);
});

const TEXTS = [
  '[data-larder-heading]',
  '.larder-card__note span',
  '.larder-card__title',
  '.larder-card__detail bdi',
  '.larder-card__price',
  '.larder-card__add',
  '.larder__forget',
];

test('an English text keeps its own order, and stands at the right', async () => {
  visit.answerRefills('coffee');
  await visit.openHome('souk');
  expect(await readingOf('[data-larder-heading]')).toMatchObject({ order: 'ltr', isAtRight: true });
  await visit.showRefills();
  for (const each of TEXTS) {
    const { text, order, isAtRight } = await readingOf(each);
    expect({ order, isAtRight }, `${each}: ${text}`).toEqual({ order: 'ltr', isAtRight: true });
  }
});

test('size and unit price keep their own order each, and are read from the right', async () => {
  visit.answerRefills('coffee');
  await visit.openHome('souk');
  await visit.showRefills();
  const detail = visit.page.locator('.larder-card__detail').first();
  expect(await detail.innerText()).toBe('250 g $3.96/100g');
  const [size, unitPrice] = await detail
    .locator('bdi')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().x));
  expect(size).toBeGreaterThan(unitPrice ?? Infinity);
});

/** Which way the characters of an element's text run, and whether it stands no further from the right edge than from the left. */
function readingOf(selector: string) {
  return visit.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const text = [...element.childNodes].find((node) => node.textContent?.trim())!;
      const words = text.textContent ?? '';
      const [start, end] = [words.search(/\S/), words.trimEnd().length];
      const lineFrom = (from: number, to: number) => {
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, to);
        return range.getClientRects()[0]!;
      };
      const [first, second] = [lineFrom(start, start + 1), lineFrom(start + 1, start + 2)];
      const [last, line] = [lineFrom(end - 1, end), lineFrom(start, end)];
      const isOneLine = Math.abs(last.y - first.y) < 2;
      const box = (element.localName === 'bdi' ? element.parentElement! : element).getBoundingClientRect();
      return {
        text: words,
        order: (isOneLine ? last : second).x > first.x ? 'ltr' : 'rtl',
        isAtRight: box.right - line.right <= line.left - box.left + 3,
      };
    });
}
