/** Made-up daily sums of one comparison, for tests and for looking at the page in each of its states. Pure and seeded. */
import type { DailySum, SegmentName, Side, SumMetric } from '../../app/results/counting/daily-sum';
import type { OutcomeOf } from '../../app/results/counting/outcomes';
import { seededRandom, type RandomNumber } from '../../app/results/statistics/seeded-random';

export interface ExampleShop {
  readonly of: OutcomeOf;
  readonly layerId: number;
  readonly startedOn: number;
  /** Days on which shoppers come, from `startedOn` on. */
  readonly days: number;
  readonly untilOn: number;
  readonly perDay: number;
  readonly controlShare: number;
  readonly windowDays: number;
  /** Rate of the control, and how many times it the treated have in each week since the first exposure. */
  readonly rate: number;
  readonly ratioByWeek: readonly number[];
  /** Chance that somebody's first exposure in the control gets lost. */
  readonly lostInControl?: number;
  readonly crossed?: number;
  /** Minor units. */
  readonly limit: number;
  readonly dismissRate?: number;
  readonly seed: number;
}

const SEGMENTS: readonly (readonly [kind: string, values: readonly (readonly [string, number])[]])[] = [
  ['history', [['returning', 0.7], ['new', 0.3]]],
  ['recent', [['yes', 0.55], ['no', 0.45]]],
  ['known-as', [['signed-in', 0.35], ['guest', 0.65]]],
  ['device', [['mobile', 0.68], ['desktop', 0.3], ['unknown', 0.02]]],
  ['category', [['Coffee', 0.5], ['Pet food', 0.3], ['Vitamins', 0.15], ['Soap', 0.05]]],
]; // prettier-ignore

/** One shopper after the other: what each does is drawn, and only sums are kept. */
export function exampleSums(shop: ExampleShop): readonly DailySum[] {
  const random = seededRandom(shop.seed);
  const sums = new Map<string, { -readonly [K in keyof DailySum]: DailySum[K] }>();
  const add: Add = (arm, metric, dayOn, cell = {}, segment = 'all') => {
    if (dayOn > shop.untilOn) return;
    const key = `${segment} ${arm} ${metric} ${dayOn}`;
    let row = sums.get(key);
    if (!row) {
      const { of: tactic, layerId } = shop;
      row = {
        tactic,
        layerId,
        segment,
        arm,
        metric,
        dayOn,
        persons: 0,
        sum: 0,
        sumSquares: 0,
        sumProducts: 0,
      };
      sums.set(key, row);
    }
    row.persons += 1;
    row.sum += cell.sum ?? 0;
    row.sumSquares += cell.sumSquares ?? 0;
    row.sumProducts += cell.sumProducts ?? 0;
  };
  for (let day = 0; day < shop.days; day += 1) {
    const dayOn = shop.startedOn + day;
    const weekend = (dayOn + 4) % 7 < 2 ? 1.3 : 0.9;
    const shoppers = Math.round(shop.perDay * weekend * (0.85 + 0.3 * random()));
    for (let shopper = 0; shopper < shoppers; shopper += 1) oneShopper(shop, random, dayOn, add);
  }
  return [...sums.values()];
}

type Add = (
  arm: Side,
  metric: SumMetric,
  dayOn: number,
  cell?: { sum?: number; sumSquares?: number; sumProducts?: number },
  segment?: SegmentName,
) => void;

function oneShopper(shop: ExampleShop, random: RandomNumber, dayOn: number, add: Add): void {
  const arm: Side = random() < shop.controlShare ? 'control' : 'treated';
  add(arm, 'drawn', dayOn);
  if (arm === 'control' && random() < (shop.lostInControl ?? 0)) return;
  const segments = SEGMENTS.map(([kind, values]) => `${kind}:${pick(values, random())}` as SegmentName);
  add(arm, 'exposed', dayOn);
  add(arm, 'exposures', dayOn, { sum: 1 + Math.floor(random() * 4) });
  for (const segment of segments) add(arm, 'exposed', dayOn, {}, segment);
  if (random() < (shop.crossed ?? 0)) add(arm, 'crossed', dayOn);
  if (arm === 'treated' && shop.of === 'shelf' && random() < (shop.dismissRate ?? 0.02))
    add(arm, 'dismissed', dayOn);
  if (arm === 'treated' && shop.of === 'reminder' && random() < 0.3) mailed(random, dayOn, add);

  const convertsOn = conversionDay(shop, random, arm);
  const closesOn = dayOn + shop.windowDays;
  if (convertsOn !== null) add(arm, 'converted', dayOn + convertsOn);
  add(arm, 'closed', closesOn);
  for (const segment of segments) add(arm, 'closed', closesOn, {}, segment);
  if (random() < (arm === 'treated' ? 0.34 : 0.32)) add(arm, 'returned', closesOn);
  const before = random() < 0.4 ? Math.min(spend(random), shop.limit) : 0;
  const net = convertsOn === null ? 0 : spend(random);
  const limited = Math.min(net, shop.limit);
  if (before > 0)
    add(arm, 'before', closesOn, { sum: before, sumSquares: before ** 2, sumProducts: before * limited });
  if (convertsOn === null) return;
  add(arm, 'closed-converted', closesOn);
  for (const segment of segments) add(arm, 'closed-converted', closesOn, {}, segment);
  add(arm, `closed-converted-week:${Math.min(12, Math.floor(convertsOn / 7))}`, closesOn);
  add(arm, 'revenue', closesOn, { sum: limited, sumSquares: limited ** 2 });
  add(arm, 'revenue-unlimited', closesOn, { sum: net, sumSquares: net ** 2 });
  add(arm, `revenue-bin:${Math.max(1, Math.ceil((limited / shop.limit) * 100))}`, closesOn);
  if (arm === 'treated' && random() < 0.4) add(arm, 'attributed', closesOn, { sum: 1 });
}

function mailed(random: RandomNumber, dayOn: number, add: Add): void {
  const sentOn = dayOn + 20;
  add('treated', 'mailed', sentOn);
  if (random() < 0.01) add('treated', 'unsubscribed', sentOn + 1);
  if (random() < 0.06) add('treated', 'snoozed', sentOn);
}

/** Days after the first exposure on which a shopper converts, or null; each week has its share of the rate. */
function conversionDay(shop: ExampleShop, random: RandomNumber, arm: Side): number | null {
  const weeks = Math.ceil(shop.windowDays / 7);
  for (let week = 0; week < weeks; week += 1) {
    const ratio = arm === 'treated' ? (shop.ratioByWeek[week] ?? shop.ratioByWeek.at(-1) ?? 1) : 1;
    if (random() < (shop.rate / weeks) * ratio) {
      return Math.min(shop.windowDays - 1, week * 7 + Math.floor(random() * 7));
    }
  }
  return null;
}

function spend(random: RandomNumber): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(2400 * Math.exp(0.7 * normal));
}

function pick(values: readonly (readonly [string, number])[], at: number): string {
  let left = at;
  for (const [value, share] of values) {
    if (left < share) return value;
    left -= share;
  }
  return values.at(-1)?.[0] ?? '';
}
