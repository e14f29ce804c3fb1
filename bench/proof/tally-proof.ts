import type {
  ComparisonView,
  ResultsView,
  SpanView,
  VerdictState,
} from '../../app/results/page/results-view';
import { atLeast, atMost, type Check } from '../statistics/check';
import type { Truth } from './live-months';

/** What the pages of many shops with the same truth said against it. */
export interface ProofTally {
  readonly add: (truth: Truth, pages: readonly ResultsView[]) => void;
  readonly checks: (name: string) => readonly Check[];
  /** How often the last page says what, as shares of the shops. */
  readonly said: () => Readonly<Record<string, number>>;
}

export function proofTally(): ProofTally {
  let shops = 0;
  const held = {
    everyLook: 0,
    shown: 0,
    larder: 0,
    money: 0,
    moneys: 0,
    adjusted: 0,
    adjusteds: 0,
  };
  const last = new Map<VerdictState, number>();
  const ever = new Map<VerdictState, number>();
  const more = (map: Map<VerdictState, number>, state: VerdictState) =>
    map.set(state, (map.get(state) ?? 0) + 1);
  return {
    add({ ratio, controlBp }, pages) {
      shops += 1;
      const shelves = pages.map((page) => page.tactics.shelf);
      const lift = ratio - 1;
      const lifts = (of: readonly ComparisonView[]) =>
        of.flatMap((view) => (view.lift?.rests === 'every-look' ? [view.lift] : []));
      if (lifts(shelves).every((view) => holds(view, lift))) held.everyLook += 1;
      if (shelves.every((view) => !view.lift || holds(view.lift, lift))) held.shown += 1;
      // Of those who are not held out, the shelf's control went without it.
      const larderLift = lift * (1 - controlBp / 10_000);
      if (lifts(pages.map((page) => page.larder)).every((view) => holds(view, larderLift))) held.larder += 1;
      const moneys = shelves.flatMap((view) => view.money?.revenueLift ?? []);
      if (moneys.length > 0) held.moneys += 1;
      if (moneys.length > 0 && moneys.every((span) => holds(span, lift))) held.money += 1;
      const adjusted = shelves.flatMap((view) => view.money?.adjusted ?? []);
      if (adjusted.length > 0) held.adjusteds += 1;
      if (adjusted.length > 0 && adjusted.every((span) => holds(span, lift))) held.adjusted += 1;
      const states = shelves.map((view) => view.verdict.state);
      const final = states.at(-1);
      if (final) more(last, final);
      for (const state of new Set(states)) more(ever, state);
    },
    checks(name) {
      const said = (map: Map<VerdictState, number>, state: VerdictState) => map.get(state) ?? 0;
      const claims = { none: said(ever, 'helps') + said(ever, 'hurts') };
      const wrong =
        name === 'none'
          ? atMost(`${name}: ever Helps or Hurts`, claims.none, shops, 0.05)
          : atMost(
              `${name}: ever the wrong way round`,
              said(ever, name === 'helpful' ? 'hurts' : 'helps'),
              shops,
              0.01,
            );
      return [
        atLeast(`${name}: shelf, 99 % interval holds the truth at every look`, held.everyLook, shops, 0.99),
        // The review may settle what the safe interval leaves open: 1 % and 4 % of misses together.
        atLeast(`${name}: shelf, the interval shown, whichever look settled it`, held.shown, shops, 0.95),
        atLeast(`${name}: all of Larder, 99 % interval at every look`, held.larder, shops, 0.99),
        ...ofSome(`${name}: revenue, 95 % interval at every look`, held.money, held.moneys, 0.95),
        ...ofSome(`${name}: revenue narrowed by the past, 95 %`, held.adjusted, held.adjusteds, 0.95),
        wrong,
        atMost(`${name}: ever Broken`, said(ever, 'broken'), shops, 0.01),
      ];
    },
    said: () => Object.fromEntries([...last].map(([state, times]) => [state, times / shops])),
  };
}

function ofSome(name: string, hits: number, runs: number, target: number): readonly Check[] {
  return runs === 0 ? [] : [atLeast(name, hits, runs, target)];
}

function holds({ lower, upper }: SpanView, truth: number): boolean {
  return (lower === null || lower <= truth) && (upper === null || truth <= upper);
}
