import type { ShopperProduct, ShopperStory } from '../../overview/explain-shopper.server';
import { countOf, formatDay } from '../../ui/format-values';

type Next = NonNullable<ShopperProduct['next']>;
type Evidence = Next['evidence'];

/** What was bought, by whom, and what is expected, in a few sentences. @param today `YYYY-MM-DD` */
export function outlookWords(
  { purchases, next, buyer }: Pick<ShopperProduct, 'purchases' | 'next' | 'buyer'>,
  today: string,
): string {
  const days = countOf(new Set(purchases.map((purchase) => purchase.on)).size, 'day');
  const bought = {
    them: `Bought on ${days} so far.`,
    'them-and-others': `Bought on this browser on ${days} so far, partly by another customer.`,
    others: `Bought on this browser on ${days} so far, by another customer, not by them.`,
  }[buyer];
  return `${bought} ${
    next
      ? expectedWords(next, today)
      : 'Nothing is expected: it is subscribed to, or was not bought for so long that the interest counts as gone.'
  }`;
}

/** The window holds half of what comes; the day that most come near to may lie beside it. */
function expectedWords({ from, best, to }: Next, today: string): string {
  const window = `between ${formatDay(from)} and ${formatDay(to)}`;
  const isOver = to < today;
  const expected = isOver ? `It was expected ${window}` : `Expected again ${window}`;
  if (from <= best && best <= to) {
    const likeliest = `${expected}, most likely around ${formatDay(best)}`;
    if (isOver) return `${likeliest}, and has not been bought since.`;
    return best < today ? `${likeliest}. It has not been bought yet.` : `${likeliest}.`;
  }
  const beside = `${expected}, when half of such purchases come. More come within a week of ${formatDay(best)} than of any other day.`;
  return isOver || best < today ? `${beside} It has not been bought ${isOver ? 'since' : 'yet'}.` : beside;
}

/** Which evidence a window rests on, in a sentence. */
export function evidenceWords(
  { level, ownGaps, productGaps }: Evidence,
  buyer: ShopperProduct['buyer'],
): string {
  const gaps = countOf(ownGaps, 'gap');
  const count = ownGaps === 1 ? 'counts' : 'count';
  const isTheirs = buyer === 'them';
  const rhythm = isTheirs ? 'their own rhythm' : 'the rhythm on this browser';
  const once = isTheirs
    ? 'They bought it once, so they have no rhythm of their own yet.'
    : 'It was bought once on this browser, which is no rhythm yet.';
  const few = isTheirs
    ? `They have ${gaps} of their own between purchases, which ${count} as well.`
    : `The ${gaps} between purchases on this browser ${count} as well.`;
  const own = ownGaps === 0 ? once : few;
  switch (level) {
    case 'own':
      return `This rests mostly on ${rhythm}: ${gaps} between ${isTheirs ? 'their ' : ''}purchases.`;
    case 'product':
      return `This rests mostly on how other buyers of it come back (${countOf(productGaps, 'gap')}). ${own}`;
    case 'category':
      return `Few buyers of it have come back, so this rests mostly on what is usual for its kind. ${own}`;
    case 'shop':
      return `Few buyers of it have come back, so this rests mostly on what is usual in your shop. ${own}`;
  }
}

/** Whether the size of the last purchase moved the day. */
export function stockUpWords(factor: number): string {
  if (Math.abs(factor - 1) < 0.03) return '';
  const percent = Math.round(Math.abs(factor - 1) * 100);
  return factor > 1
    ? `The last purchase was larger than usual, which lengthens the time by ${percent}%.`
    : `The last purchase was smaller than usual, which shortens the time by ${percent}%.`;
}

const LAYERS: Readonly<Record<string, string>> = {
  holdout: 'Standing holdout',
  shelf: 'Refill shelf',
  reminder: 'Refill reminder',
  'follow-up': 'Two-week email',
};

const LAYER_ARMS: Readonly<Record<string, string>> = {
  in: 'held out: sees nothing of Larder',
  out: 'not held out',
  treated: 'gets it',
  control: 'control: gets the default',
};

/** The name of a draw, or with an arm the side in it. */
export function armOfLayerWords(layer: string, version: number, arm?: string): string {
  if (arm !== undefined) return LAYER_ARMS[arm] ?? arm;
  return `${LAYERS[layer] ?? layer}${version > 1 ? `, draw ${version}` : ''}`;
}

/** What an exposure led to, by tactic and arm. */
export function exposureWords(tactic: string, arm: string): string {
  const what =
    tactic === 'reminder' ? 'offered a reminder' : tactic === 'shelf' ? 'shown refills' : 'sent the mail';
  const otherwise = tactic === 'follow-up' ? 'the general letter' : 'the default';
  switch (arm) {
    case 'treated':
      return `Was ${what}`;
    case 'control':
      return `Would have been ${what}, but is in the control group: ${otherwise} instead`;
    default:
      return `Would have been ${what}, but is held out of all of Larder: ${otherwise} instead`;
  }
}

export function tacticWords(tactic: string): string {
  return LAYERS[tactic] ?? tactic;
}

/** What they switched off. */
export function switchedOffWords(off: ShopperStory['switchedOff']): string {
  if (off.length === 0) return 'Nothing';
  return off
    .map((scope) => {
      if (scope === 'all') return 'everything';
      return scope === 'mail' ? 'all refill emails' : tacticWords(scope).toLowerCase();
    })
    .join(', ');
}

/** Why no side in any draw is known of them. */
export function noSideWords({ isUncounted }: Pick<ShopperStory, 'isUncounted'>): string {
  return isUncounted
    ? 'Did not allow counting, so they stand outside the comparison'
    : 'Not drawn yet: nothing was ever about to be shown to them';
}

/** Why no decision is known of them. */
export function noDecisionWords({ isUncounted }: Pick<ShopperStory, 'isUncounted'>): string {
  return isUncounted
    ? 'They did not allow counting, so what they were shown is not kept. They set a reminder themselves.'
    : 'No module has had anything for this person yet. It needs something due, consent, stock, and the module on.';
}
