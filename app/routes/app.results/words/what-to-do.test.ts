import { describe, expect, it } from 'vitest';
import { EXAMPLE_STATES, exampleComparison, type ExampleState } from '../../../../test/support/example-views';
import type { ComparisonView } from '../../../results/page/results-view';
import type { TacticState } from '../../../tactics/tactic';
import { whatToDo } from './what-to-do';

const ON = '2026-11-19';
const views = new Map<string, ComparisonView>();

function toDo(state: ExampleState, tactic: TacticState = 'on', of: 'shelf' | 'larder' = 'shelf') {
  const key = `${state} ${of}`;
  const view = views.get(key) ?? exampleComparison(state, of);
  views.set(key, view);
  return whatToDo(view, { state: tactic, on: ON }, (iso) => iso);
}

describe('what to do now', () => {
  it.each([
    ['never-on', 'Switch it on when you are ready'],
    ['nobody-yet', 'Keep it on'],
    ['few-conversions', 'Keep it on'],
    ['unclear', 'Keep it on'],
    ['helps', 'Keep it on'],
    ['hurts', 'Turn it off'],
    ['broken-crossover', 'Do not judge by these numbers'],
  ] as const)('when %s: %s', (state, now) => {
    expect(toDo(state).now).toBe(now);
  });

  it('names the next day on which there is something new to see', () => {
    expect(toDo('few-conversions').then).toMatch(/Look again on 20\d\d-\d\d-\d\d\.$/);
  });

  it('turns off only what has one switch', () => {
    expect(toDo('hurts').action).toEqual({ words: 'Turn it off', does: 'switch-off' });
    expect(toDo('hurts', 'on', 'larder').action).toEqual({ words: 'Open the modules', url: '/app/modules' });
  });

  it('says so when it is paused or off', () => {
    expect(toDo('harmful', 'paused').now).toMatch(/paused/);
    expect(toDo('hurts', 'off').now).toBe('It is off');
  });

  it.each(EXAMPLE_STATES)('promises nothing and blames nobody when %s', (state) => {
    for (const tactic of ['on', 'off', 'paused'] as const) {
      const { now, then } = toDo(state, tactic);
      expect(`${now} ${then}`).not.toMatch(/\bwill\b|guarantee|significant|fault|wrongly|undefined/i);
    }
  });
});
