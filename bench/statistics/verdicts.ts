import {
  alwaysValidP,
  lnLabelEvidence,
  type ConversionLabels,
} from '../../app/results/statistics/conversion-labels';
import { decideVerdict } from '../../app/results/statistics/verdict';
import { atLeast, atMost, type BenchRun, type Check } from './check';
import { drawsFrom, type Draws } from './draws';

const WINDOW = 28;
const DAYS = 84;
const SHARE = 0.9;

interface Shop {
  readonly perDay: number;
  readonly rate: number;
  readonly ratio: number;
}

/** The page's own verdict, day by day, with its review at four weeks and eight: what it ever says against the truth. */
export function verdicts({ runs, seed }: BenchRun): readonly Check[] {
  // What is far from its target needs fewer runs.
  const few = Math.min(runs, 2000);
  const none = verdictsOf({ perDay: 200, rate: 0.08, ratio: 1 }, runs, seed + 10_000);
  const helped = verdictsOf({ perDay: 400, rate: 0.08, ratio: 1.25 }, few, seed + 10_001);
  const hurt = verdictsOf({ perDay: 400, rate: 0.08, ratio: 0.75 }, few, seed + 10_002);
  return [
    atMost('Verdict, no effect: ever Helps or Hurts in 84 days and a review', none.claimed, runs, 0.05),
    atMost('Verdict, no effect: ever an early sign', none.early, runs, 0.05),
    atMost('Verdict, +25 %: ever Hurts', helped.hurts, few, 0.01),
    atMost('Verdict, −25 %: ever Helps', hurt.helps, few, 0.01),
    atLeast('Verdict, +25 %, 400 a day, 8 %: Helps by day 84', helped.helps, few, 0.4),
    atLeast('Verdict, −25 %, 400 a day, 8 %: Hurts by day 84', hurt.hurts, few, 0.4),
  ];
}

function verdictsOf(shop: Shop, runs: number, seed: number) {
  const draws = drawsFrom(seed);
  const said = { claimed: 0, early: 0, helps: 0, hurts: 0 };
  for (let run = 0; run < runs; run += 1) {
    const heard = lifeOf(draws, shop);
    if (heard.has('helps') || heard.has('hurts')) said.claimed += 1;
    if (heard.has('early')) said.early += 1;
    if (heard.has('helps')) said.helps += 1;
    if (heard.has('hurts')) said.hurts += 1;
  }
  return said;
}

function lifeOf(draws: Draws, shop: Shop): ReadonlySet<string> {
  const opened = { treated: new Float64Array(DAYS + WINDOW), control: new Float64Array(DAYS + WINDOW) };
  const closing = { treated: new Float64Array(DAYS + WINDOW), control: new Float64Array(DAYS + WINDOW) };
  const open = { treated: 0, control: 0 };
  const closed = { treated: 0, control: 0 };
  const heard = new Set<string>();
  let shoppers = 0;
  let openP = 1;
  let reviewOpen: ConversionLabels | null = null;
  let reviewClosed: ConversionLabels | null = null;
  for (let day = 0; day < DAYS; day += 1) {
    const came = draws.poisson(shop.perDay);
    const control = draws.binomial(came, 1 - SHARE);
    shoppers += came;
    for (const arm of ['treated', 'control'] as const) {
      const persons = arm === 'control' ? control : came - control;
      const converted = draws.binomial(persons, shop.rate * (arm === 'control' ? 1 : shop.ratio));
      const closesOn = day + WINDOW - 1;
      closing[arm][closesOn] = (closing[arm][closesOn] ?? 0) + converted;
      for (let conversion = 0; conversion < converted; conversion += 1) {
        const on = day + Math.floor(draws.random() * WINDOW);
        opened[arm][on] = (opened[arm][on] ?? 0) + 1;
      }
      open[arm] += opened[arm][day] ?? 0;
      closed[arm] += closing[arm][day] ?? 0;
    }
    openP = alwaysValidP(openP, lnLabelEvidence(open, SHARE));
    if (day === 27) reviewOpen = { ...open };
    if (day === 27 + WINDOW) reviewClosed = { ...closed };
    const verdict = decideVerdict({
      treatedShare: SHARE,
      health: [],
      shoppers,
      open,
      openP,
      closed,
      review: reviewOpen ? { open: reviewOpen, closed: reviewClosed } : null,
    });
    heard.add(verdict.state);
    if ((verdict.state === 'collecting' || verdict.state === 'unclear') && verdict.earlySign)
      heard.add('early');
  }
  return heard;
}
