/** `npm run demo -- --lived`: a shop whose results have something to say from the first minute. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from './app-database';
import { startDemo, type RunningDemo } from './start-demo';

const DAYS = 2;

let demo: RunningDemo;
beforeAll(async () => {
  const args = ['--lived', '--shoppers', '150', '--days', '120'];
  demo = await startDemo({ args, env: { DEMO_LIVED_DAYS: String(DAYS) } });
}, 480_000);
afterAll(() => demo?.stop(), 60_000);

const count = (sql: string) => Number(query<{ n: bigint }>(demo.stateDir, sql)[0]?.n);

test('its merchant has switched every module on, with a note for each', () => {
  const on = query<{ name: string }>(demo.stateDir, `SELECT "name" FROM "Tactic" WHERE "state" = 'on'`);
  expect(on.map(({ name }) => name).sort()).toEqual(['follow-up', 'reminder', 'shelf']);
  expect(count('SELECT count(*) AS "n" FROM "DecisionNote"')).toBe(3);
});

test('its shoppers met them: each module was counted, and the pages of past days are kept', () => {
  for (const tactic of ['shelf', 'reminder', 'follow-up'])
    expect(count(`SELECT count(*) AS "n" FROM "Exposure" WHERE "tactic" = '${tactic}'`)).toBeGreaterThan(0);
  expect(count('SELECT count(*) AS "n" FROM "ResultPage"')).toBeGreaterThanOrEqual(DAYS);
  expect(demo.loggedErrors()).toEqual([]);
});

test('it lives those days once', async () => {
  const before = await demo.now();
  const answer = await fetch(`${demo.demo}/clock/lived`, { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([200, { hours: 0 }]);
  expect((await demo.now()).getTime() - before.getTime()).toBeLessThan(60_000);
});
