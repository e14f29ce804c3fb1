/** Months of a shop with a known effect, through the real code from the first visit to the results page. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveMonths } from '../bench/proof/live-months';
import { makeTestPorts, type TestPorts } from './support/test-ports';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

const about = { perDay: 40, days: 56, rate: 0.3, controlBp: 5000 };

it.each([
  { what: 'helps', ratio: 1.6, seed: 11, says: 'helps' },
  { what: 'does nothing', ratio: 1, seed: 12, says: 'unclear' },
  { what: 'does harm', ratio: 0.55, seed: 13, says: 'hurts' },
])(
  'finds out about a shelf that $what',
  async ({ ratio, seed, says }) => {
    const pages = await liveMonths(ports, { ...about, ratio, seed });
    const [early, , last] = pages.map((page) => page.tactics.shelf);
    expect(early?.verdict.state).toBe('collecting');
    expect(early?.lift).toBeNull();
    for (const { tactics, larder } of pages) {
      expect(tactics.shelf.health.state).toBe('fine');
      expect(larder.health.state).toBe('fine');
      expect(tactics.reminder.verdict.state).toBe('never-on');
    }
    expect(last?.verdict.state).toBe(says);
    expect(last?.lift?.lower).toBeLessThan(ratio - 1);
    expect(last?.lift?.upper).toBeGreaterThan(ratio - 1);
    expect(last?.money?.revenueLift?.lower).toBeLessThan(ratio - 1);
    expect(last?.money?.revenueLift?.upper).toBeGreaterThan(ratio - 1);
    expect(last?.review).toMatchObject({ isLocked: true, decision: null });
    expect(last?.treated.closed).toBe(last?.treated.shoppers);
  },
  120_000,
);
