/** What every page owes everybody: no violation of WCAG A or AA that axe can find, and no scrolling sideways. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** @param place a page, or one frame of it @returns each problem in words; empty is well */
export async function pageProblems(place: Page | Frame): Promise<string[]> {
  const wide = await place.evaluate<number>(
    'document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth',
  );
  const tooWide = wide > 1 ? [`wider than the screen by ${wide} px`] : [];
  return [...tooWide, ...(await accessibilityProblems(place))];
}

async function accessibilityProblems(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(AXE); // not as a tag, which a page's content policy would refuse
  const found = await frame.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations)`,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.html.slice(0, 160)} (${node.failureSummary.split('\n')[1]?.trim()})`)
        .join(' | ')}`,
  );
}
