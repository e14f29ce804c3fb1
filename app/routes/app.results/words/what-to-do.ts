import type { ComparisonView } from '../../../results/page/results-view';
import type { TacticState } from '../../../tactics/tactic';

export type ToDoAction =
  { readonly words: string; readonly url: string } | { readonly words: string; readonly does: 'switch-off' };

export interface ToDo {
  /** What to do now, in a few words: `Keep it on`. */
  readonly now: string;
  /** When to look again, or what to know before doing it. */
  readonly then: string;
  readonly action: ToDoAction | null;
}

/**
 * What a merchant may do about a comparison today. It follows from the verdict, the harms and the review alone, and never
 * promises an outcome.
 * @param about `state` of the module's switch (for all of Larder, whether any module is on); `on`, the day that is shown
 * @param day writes a day
 */
export function whatToDo(
  view: ComparisonView,
  about: { readonly state: TacticState; readonly on: string },
  day: (iso: string) => string,
): ToDo {
  const { state, on } = about;
  const isLarder = view.of === 'larder';
  const page = isLarder ? '/app/modules' : `/app/modules/${view.of}`;
  const go = (words: string) => ({ words, url: page });
  const again = nextLook(view, on);
  const lookAgain = again === null ? 'Look again whenever you like.' : `Look again on ${day(again)}.`;
  const off = isLarder ? 'Turn off what hurts' : 'Turn it off';

  if (view.verdict.state === 'never-on') {
    return {
      now: isLarder ? 'Switch a module on' : 'Switch it on when you are ready',
      then: 'Counting starts with the switch. Two groups are drawn at random, so that you can see what changed.',
      action: go(isLarder ? 'Choose a module' : 'Set it up'),
    };
  }
  if (state === 'paused') {
    return {
      now: 'Larder paused it. Decide whether it goes on',
      then: 'More shoppers objected than you tolerate; the figures stand below. You can switch it on again.',
      action: go('Open the module'),
    };
  }
  if (state === 'off') return whenOff(view, go);
  switch (view.verdict.state) {
    case 'broken':
      return {
        now: 'Do not judge by these numbers',
        then: 'It may stay as it is meanwhile. See above what went wrong; once that is mended, start a new version below, which counts afresh.',
        action: null,
      };
    case 'collecting':
      return view.verdict.earlySign === 'fewer'
        ? {
            now: 'Keep it on, and keep an eye on it',
            then: `So far there is a sign of less, which is not a verdict yet. ${lookAgain} If you would rather be safe, turn it off.`,
            action: go(isLarder ? 'Open the modules' : 'Open the module'),
          }
        : { now: 'Keep it on', then: `It is too early to tell. ${lookAgain}`, action: null };
    case 'unclear':
      return whenUnclear(view, { lookAgain, isDue: needsDecision(view, on) }, go);
    case 'helps':
      return {
        now: 'Keep it on',
        then: needsDecision(view, on) ? 'Its review is here: write down your decision.' : lookAgain,
        action: needsDecision(view, on) ? go('Decide now') : null,
      };
    case 'hurts':
      return {
        now: off,
        then: isLarder
          ? 'The tabs above show each module by itself. When none of them hurts, the harm lies in what they do together.'
          : 'Everyone then sees what they saw before. You can switch it on again at any time.',
        action: isLarder ? go('Open the modules') : { words: 'Turn it off', does: 'switch-off' },
      };
  }
}

function whenOff(view: ComparisonView, go: (words: string) => ToDo['action']): ToDo {
  const isLarder = view.of === 'larder';
  const now = isLarder ? 'Every module is off' : 'It is off';
  const then =
    view.verdict.state === 'helps'
      ? 'It helped while it was on. Shoppers it met before still count.'
      : 'Shoppers it met before still count until their time is over.';
  return { now, then, action: go(isLarder ? 'Open the modules' : 'Open the module') };
}

function whenUnclear(
  view: ComparisonView,
  { lookAgain, isDue }: { readonly lookAgain: string; readonly isDue: boolean },
  go: (words: string) => ToDo['action'],
): ToDo {
  if (isDue) {
    return {
      now: 'Your choice: neither a help nor a harm was seen',
      then: 'Keep it if you like what it does for shoppers, or turn it off for a simpler shop. Write down which and why.',
      action: go('Decide now'),
    };
  }
  if (view.verdict.earlySign === 'fewer')
    return {
      now: 'Keep it on, and keep an eye on it',
      then: `The newest counts lean to less. ${lookAgain}`,
      action: null,
    };
  return {
    now: 'Keep it on',
    then: `Nothing speaks against it, and it is not known yet whether it helps. ${lookAgain}`,
    action: null,
  };
}

/** The review's figures are complete, and nobody has written a decision down. */
function needsDecision({ review }: ComparisonView, on: string): boolean {
  return review !== null && review.decision === null && review.closedDueOn <= on;
}

/** The next day on which looking again tells something new; null when none is known. */
function nextLook({ verdict, review }: ComparisonView, on: string): string | null {
  const enough = verdict.state === 'collecting' ? verdict.enoughOn : null;
  const days = [enough, review?.dueOn ?? null, review?.closedDueOn ?? null];
  return days.filter((day): day is string => day !== null && day > on).sort()[0] ?? null;
}
