/** Months of a shop whose truth is known, lived through the real draw, exposure log, counting, reviews and results page. */
import { expose } from '../../app/holdout/expose.server';
import type { Arm } from '../../app/holdout/exposure';
import { collectResults } from '../../app/results/counting/collect-results.server';
import { loadResultsPage } from '../../app/results/page/load-page.server';
import type { ResultsView } from '../../app/results/page/results-view';
import { watchTactics } from '../../app/results/watch/watch-tactics.server';
import { localDay } from '../../app/shops/local-day';
import { changeShare } from '../../app/tactics/change-share.server';
import { draftNote } from '../../app/tactics/decision-note';
import { switchOn } from '../../app/tactics/switch-on.server';
import { makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { drawsFrom, type Draws } from '../statistics/draws';
import { saveOrders, type MadeOrder } from './save-orders';

const DAY_MS = 86_400_000;
const START_AT = Date.parse('2026-03-02T06:00:00Z');
const WINDOW_DAYS = 28;
const CAP = { max: 3, windowMs: 7 * DAY_MS };

export interface Truth {
  readonly seed: number;
  /** New shoppers with something due, a day, and for how many days they come. */
  readonly perDay: number;
  readonly days: number;
  /** Share that orders within 28 days without the shelf, and how many times as many with it. */
  readonly rate: number;
  readonly ratio: number;
  /** Share of the shelf's own control, in ten-thousandths. */
  readonly controlBp: number;
}

interface Visitor {
  readonly browser: string;
  readonly firstAt: number;
  /** Further visits; what happens on them never changes the arm. */
  readonly againAt: readonly number[];
  /** What this person usually spends at once, in minor units: before the first visit as after it. */
  readonly usualMinor: number;
  /** When they ordered in the four weeks before, or null. */
  readonly beforeAt: number | null;
}

/**
 * Lives through one shop's months and answers its page at each look, in order. Looks come one day after a review's days, and
 * once when the last window has closed.
 */
export async function liveMonths(ports: TestPorts, truth: Truth): Promise<readonly ResultsView[]> {
  const draws = drawsFrom(truth.seed);
  ports.clock.set(new Date(START_AT));
  const made = await makeTestShop(ports, { domain: `proof-${truth.seed}-${truth.ratio}.myshopify.com` });
  const shop = { ...made, currency: 'GBP' };
  const orders = orderMaker(draws);
  await saveOrders(ports, shop, pastOrders(draws, orders));
  await start(ports, shop, truth.controlBp);

  const lastDay = truth.days + WINDOW_DAYS + 1;
  const looks = new Set([WINDOW_DAYS, 2 * WINDOW_DAYS, lastDay]);
  const due = new Map<number, MadeOrder[]>();
  const waiting: MadeOrder[] = [];
  const pages: ResultsView[] = [];
  const visits = new Map<number, Visitor[]>();
  for (let day = 0; day <= lastDay; day += 1) {
    const dayAt = START_AT + day * DAY_MS;
    const comers = day < truth.days ? newcomers(draws, truth, day, dayAt) : [];
    const before = comers.flatMap(({ browser, beforeAt, usualMinor }) =>
      beforeAt === null ? [] : orders.made(browser, beforeAt, usualMinor),
    );
    await saveOrders(ports, shop, before);
    const arms = await Promise.all(comers.map((comer) => visit(ports, shop, comer.browser, comer.firstAt)));
    comers.forEach((comer, index) => {
      for (const at of comer.againAt)
        put(visits, Math.floor((at - START_AT) / DAY_MS), { ...comer, firstAt: at });
      const order = orders.after(comer, arms[index] ?? 'control', truth);
      if (order) put(due, Math.floor((order.at - START_AT) / DAY_MS), order);
    });
    await Promise.all(
      (visits.get(day) ?? []).map((comer) => visit(ports, shop, comer.browser, comer.firstAt)),
    );
    const today = due.get(day) ?? [];
    await saveOrders(ports, shop, today);
    waiting.push(...today);
    if (!looks.has(day)) continue;
    ports.clock.set(new Date(dayAt + DAY_MS - 3_600_000));
    pages.push(await look(ports, shop, waiting.splice(0)));
  }
  return pages;
}

type ProofShop = Awaited<ReturnType<typeof makeTestShop>> & { readonly currency: string };

async function start(ports: TestPorts, shop: ProofShop, controlBp: number): Promise<void> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const note = draftNote('shelf', { owner: 'Proof', todayOn });
  const on = await switchOn(ports, { shopId: shop.id, tactic: 'shelf', note });
  if (!on.ok) throw new Error(`The shelf was not switched on: ${on.reason}`);
  const changed = await changeShare(ports, { shopId: shop.id, of: 'shelf', shareBp: controlBp });
  if (!changed.ok && changed.reason !== 'same-share') throw new Error(changed.reason);
  await watchTactics(ports, { shopId: shop.id });
  await collectResults(ports, { shopId: shop.id, payload: {} });
}

async function visit(ports: TestPorts, shop: ProofShop, browser: string, at: number): Promise<Arm | null> {
  const answer = await expose(ports, {
    shopId: shop.id,
    shopDomain: shop.domain,
    tactic: 'shelf',
    key: { kind: 'browser', value: browser },
    businessKey: `${browser}:${at}`,
    at: new Date(at),
    detail: {},
    cap: CAP,
  });
  return answer.reason === 'exposed' ? answer.arm : null;
}

async function look(ports: TestPorts, shop: ProofShop, fresh: readonly MadeOrder[]): Promise<ResultsView> {
  const orderIds = fresh.map((order) => order.orderId);
  await collectResults(ports, { shopId: shop.id, payload: {} });
  await collectResults(ports, { shopId: shop.id, payload: { orderIds } });
  await watchTactics(ports, { shopId: shop.id });
  const page = await loadResultsPage(ports, shop);
  if (page.reason === 'not-kept') throw new Error('A page of today is never missing');
  return page.view;
}

function newcomers(draws: Draws, truth: Truth, day: number, dayAt: number): readonly Visitor[] {
  const weekend = day % 7 >= 5 ? 1.3 : 0.88;
  return Array.from({ length: draws.poisson(truth.perDay * weekend) }, (_, index) => {
    const firstAt = Math.round(dayAt + draws.random() * 0.6 * DAY_MS);
    const again = draws.random() < 0.3 ? 1 + Math.floor(draws.random() * 2) : 0;
    const againAt = Array.from({ length: again }, () =>
      Math.round(firstAt + (0.5 + draws.random() * 20) * DAY_MS),
    );
    const usualMinor = 2500 * Math.exp(0.7 * draws.normal());
    const beforeAt = draws.random() < 0.5 ? Math.round(firstAt - (1 + draws.random() * 26) * DAY_MS) : null;
    return { browser: `b${truth.seed}-${day}-${index}`, firstAt, againAt, usualMinor, beforeAt };
  });
}

function orderMaker(draws: Draws) {
  let last = 0n;
  const made = (browser: string, at: number, usualMinor = 2500): MadeOrder => {
    const netMinor = Math.round(usualMinor * Math.exp(0.4 * draws.normal()));
    // Some orders are cancelled, in every arm alike; they count for nobody.
    return { orderId: ++last, browser, at, netMinor, isCancelled: draws.random() < 0.03 };
  };
  return {
    made,
    /** By intention to treat: what the arm of the first exposure makes of the chance to order within the window. */
    after: (
      { browser, firstAt, usualMinor }: Visitor,
      arm: Arm,
      { rate, ratio }: Truth,
    ): MadeOrder | null => {
      const chance = rate * (arm === 'treated' ? ratio : 1);
      const waitMs = Math.round(draws.random() * (WINDOW_DAYS - 0.01) * DAY_MS) + 1000;
      return draws.random() < chance ? made(browser, firstAt + waitMs, usualMinor) : null;
    },
  };
}

/** Four weeks of orders before the start, from which the cap on spends is fixed. */
function pastOrders(draws: Draws, orders: ReturnType<typeof orderMaker>): readonly MadeOrder[] {
  return Array.from({ length: 200 }, (_, index) =>
    orders.made(
      `past-${index}`,
      Math.round(START_AT - (0.1 + draws.random() * 27) * DAY_MS),
      2500 * Math.exp(0.7 * draws.normal()),
    ),
  );
}

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
