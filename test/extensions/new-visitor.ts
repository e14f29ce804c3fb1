import type { Browser, Page, Request } from 'playwright-core';
import { openContext } from '../support/open-browser';

/** https://wicg.github.io/layout-instability/, which TypeScript does not know. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/**
 * A visitor whom nobody has seen before, on a desktop or a phone. What moves by itself is written down from the first
 * paint. While a page arrives piece by piece, what stands above the shelf may settle: that is the theme's own doing, and
 * is not counted until the page has loaded.
 */
export async function newVisitor(browser: Browser, width = 1280): Promise<Page> {
  const context = await openContext(browser, { userAgent: USER_AGENT, viewport: { width, height: 900 } });
  await context.addInitScript(() => {
    const seen = window as unknown as { layoutShifts: string[] };
    seen.layoutShifts = [];
    const isLoading = (time: number) => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return !navigation?.loadEventEnd || time < navigation.loadEventEnd;
    };
    const isAboveShelf = (node: Node | null) => {
      const shelf = document.querySelector('.larder');
      if (!shelf || !node) return true;
      const position = shelf.compareDocumentPosition(node);
      return Boolean(position & Node.DOCUMENT_POSITION_PRECEDING) && !node.contains(shelf);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (isLoading(entry.startTime) && entry.sources.every(({ node }) => isAboveShelf(node))) continue;
        const moved = entry.sources.map(({ node, previousRect: was, currentRect: is }) => {
          const name =
            node instanceof Element ? `${node.tagName}.${node.className}` : (node?.nodeName ?? '?');
          return `${name} ${was.x},${was.y},${was.width},${was.height} to ${is.x},${is.y},${is.width},${is.height}`;
        });
        seen.layoutShifts.push(`${entry.value} at ${entry.startTime}: ${moved.join('; ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return countRequests(await context.newPage());
}

/** Resolves when what runs after loading has run and every request it made is answered. */
export async function untilQuiet(page: Page): Promise<void> {
  const inFlight = pending.get(page);
  for (let calm = 0; calm < 2; calm += 1) {
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done))));
    if (inFlight?.size) calm = -1;
  }
}

const pending = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): Page {
  const inFlight = new Set<Request>();
  pending.set(page, inFlight);
  page.on('request', (request) => inFlight.add(request));
  page.on('requestfinished', (request) => inFlight.delete(request));
  page.on('requestfailed', (request) => inFlight.delete(request));
  return page;
}

/** What has moved on the page by itself, one sentence each. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { layoutShifts: string[] }).layoutShifts);
}
