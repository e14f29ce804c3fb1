import { absoluteDifference } from '../../app/results/statistics/difference';
import { logMeanExp } from '../../app/results/statistics/log-sum';
import { valueMoments } from '../../app/results/statistics/moments';
import { revenueBets } from '../../app/results/statistics/revenue-betting';
import { permutationTest, type RevenueArm } from '../../app/results/statistics/revenue-permutation';
import { atLeast, atMost, type BenchRun, type Check } from './check';
import { drawsFrom, type Draws } from './draws';
import { welchTest } from './one-look';
import { LOOKS } from './shop-days';

const CONTROL_SHARE = 0.1;
const DRAWS = 999;

interface RevenueSetting {
  readonly shoppers: number;
  readonly buyRate: number;
  /** Standard deviation of the logarithm of a buyer's spend. */
  readonly sigma: number;
}

const SETTINGS: readonly RevenueSetting[] = [1, 1.5, 2].flatMap((sigma) =>
  [0.03, 0.05].flatMap((buyRate) => [3000, 10_000].map((shoppers) => ({ sigma, buyRate, shoppers }))),
);

/** Revenue per shopper: false alarms at one look and when watched daily, and the coverage of a true lift. */
export function revenue({ runs, seed }: BenchRun): readonly Check[] {
  const once = SETTINGS.map((setting, index) => {
    return { setting, ...oneLook(setting, 1, runs, seed + 6000 + index) };
  });
  const lifted = oneLook({ sigma: 1.5, buyRate: 0.05, shoppers: 10_000 }, 1.4, runs, seed + 6100);
  const watched = [1, 1.5, 2].map((sigma, index) => {
    return watchedAlarms(sigma, runs, seed + 6200 + index);
  });
  return [
    ...once.map((look) =>
      atMost(
        `Revenue, no effect, one look, ${describe(look.setting)}: permutation`,
        look.rejected,
        runs,
        0.06,
        {
          Welch: look.welch / runs,
        },
      ),
    ),
    atLeast(
      'Revenue, +40 % through more buyers, sigma 1.5: 95 % review interval',
      runs - lifted.rejected,
      runs,
      0.94,
    ),
    atMost(
      'Revenue, no effect, 84 daily looks, worst of 3: betting',
      Math.max(...watched.map((alarms) => alarms.betting)),
      runs,
      0.05,
      {
        'Welch, worst': Math.max(...watched.map((alarms) => alarms.welch)) / runs,
      },
    ),
  ];
}

/** How often one look rejects the true ratio: false alarms for 1, misses of the interval for any other. */
function oneLook(setting: RevenueSetting, ratio: number, runs: number, seed: number) {
  const draws = drawsFrom(seed);
  let rejected = 0;
  let welch = 0;
  for (let run = 0; run < runs; run += 1) {
    const controlShoppers = draws.binomial(setting.shoppers, CONTROL_SHARE);
    const treated = armOf(draws, setting.shoppers - controlShoppers, setting.buyRate * ratio, setting.sigma);
    const control = armOf(draws, controlShoppers, setting.buyRate, setting.sigma);
    if (permutationTest(treated, control, draws.random, DRAWS)(ratio) <= 0.05) rejected += 1;
    if (welchSays(treated, control)) welch += 1;
  }
  return { rejected, welch };
}

function armOf(draws: Draws, shoppers: number, buyRate: number, sigma: number): RevenueArm {
  const buyers = draws.binomial(shoppers, buyRate);
  return { shoppers, spends: Array.from({ length: buyers }, () => Math.exp(sigma * draws.normal())) };
}

function welchSays(treated: RevenueArm, control: RevenueArm): boolean {
  const momentsOf = ({ shoppers, spends }: RevenueArm) =>
    valueMoments({
      units: shoppers,
      sum: spends.reduce((sum, spend) => sum + spend, 0),
      sumSquares: spends.reduce((sum, spend) => sum + spend * spend, 0),
    });
  const tested = welchTest(absoluteDifference(momentsOf(treated), momentsOf(control)), 0.05);
  return tested !== null && tested.p <= 0.05;
}

/** 200 shoppers a day whose windows close, 5 % buyers, spends limited at the 99th percentile known beforehand. */
function watchedAlarms(sigma: number, runs: number, seed: number) {
  const draws = drawsFrom(seed);
  const limit = Math.exp(sigma * 2.326348);
  const bets = revenueBets(1 - CONTROL_SHARE);
  let betting = 0;
  let welch = 0;
  for (let run = 0; run < runs; run += 1) {
    const growth = bets.map(() => 0);
    const sums = {
      treated: { units: 0, sum: 0, sumSquares: 0 },
      control: { units: 0, sum: 0, sumSquares: 0 },
    };
    let bettingSays = false;
    let welchSaid = false;
    for (let day = 0; day < LOOKS; day += 1) {
      const shoppers = draws.poisson(200);
      const controls = draws.binomial(shoppers, CONTROL_SHARE);
      for (const arm of ['treated', 'control'] as const) {
        const persons = arm === 'control' ? controls : shoppers - controls;
        const buyers = draws.binomial(persons, 0.05);
        sums[arm].units += persons;
        for (let buyer = 0; buyer < buyers; buyer += 1) {
          const value = Math.min(1, Math.exp(sigma * draws.normal()) / limit);
          sums[arm].sum += value;
          sums[arm].sumSquares += value * value;
          bets.forEach((bet, index) => (growth[index] = (growth[index] ?? 0) + Math.log1p(bet[arm] * value)));
        }
      }
      bettingSays ||= logMeanExp(growth) >= Math.log(20);
      const difference = absoluteDifference(valueMoments(sums.treated), valueMoments(sums.control));
      welchSaid ||= sums.control.sum > 0 && Math.abs(difference.estimate) > 1.96 * difference.standardError;
    }
    if (bettingSays) betting += 1;
    if (welchSaid) welch += 1;
  }
  return { betting, welch };
}

function describe({ sigma, buyRate, shoppers }: RevenueSetting): string {
  return `sigma ${sigma}, ${buyRate * 100} % buyers, ${shoppers.toLocaleString('en')} shoppers`;
}
