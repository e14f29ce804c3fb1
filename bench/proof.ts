/** The end-to-end proof: shops with a known true effect, lived through the real code, against what their pages say. */
import { makeTestPorts } from '../test/support/test-ports';
import { wholeNumber, type Bench } from './bench';
import { liveMonths } from './proof/live-months';
import { proofTally } from './proof/tally-proof';
import { tableRow, type Check } from './statistics/check';

const EFFECTS: Readonly<Record<string, number>> = { helpful: 1.25, none: 1, harmful: 0.75 };
/** Shops that share a database file, so that opening one costs little. */
const SHOPS_PER_FILE = 20;

export const proof: Bench = {
  about: 'simulated months with a known effect of the shelf, through the real pipeline, against the page',
  options: `--runs 200 (shops per effect) --seed 1 --only ${Object.keys(EFFECTS).join('|')} --per-day 15`,
  async run(options, say) {
    const runs = wholeNumber(options, 'runs', 200);
    const seed = wholeNumber(options, 'seed', 1);
    const perDay = wholeNumber(options, 'per-day', 15);
    const only = options['only'];
    if (only !== undefined && EFFECTS[only] === undefined)
      throw new Error(`--only takes one of ${Object.keys(EFFECTS).join(', ')}`);
    const checks: Check[] = [];
    const said: Record<string, number> = {};
    for (const [name, ratio] of Object.entries(EFFECTS)) {
      if (only !== undefined && only !== name) continue;
      const tally = proofTally();
      for (let from = 0; from < runs; from += SHOPS_PER_FILE) {
        const ports = await makeTestPorts();
        for (let run = from; run < Math.min(runs, from + SHOPS_PER_FILE); run += 1) {
          const truth = { seed: seed * 100_000 + run, perDay, days: 56, rate: 0.3, ratio, controlBp: 5000 };
          tally.add(truth, await liveMonths(ports, truth));
        }
        await ports.close();
        say(`${name}: ${Math.min(runs, from + SHOPS_PER_FILE)} of ${runs} shops`);
        for (const check of tally.checks(name)) say(tableRow(check));
        say(JSON.stringify(tally.said()));
      }
      checks.push(...tally.checks(name));
      for (const [state, share] of Object.entries(tally.said()))
        said[`${name}: last page says ${state}`] = share;
    }
    say('\n| what | target | figure | pass | runs | |');
    say('| --- | --- | --- | --- | --- | --- |');
    for (const check of checks) say(tableRow(check));
    return {
      figures: { ...Object.fromEntries(checks.map((check) => [check.name, check.figure])), ...said },
      reference: {},
      bar: Object.fromEntries(checks.map((check) => [check.name, check.target])),
      pass: checks.every((check) => check.pass),
    };
  },
};
