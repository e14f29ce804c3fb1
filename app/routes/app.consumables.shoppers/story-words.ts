import type { ShopperProduct } from '../../results/explain-shopper.server';
import { countOf, formatDay } from '../../ui/format-values';

type Evidence = NonNullable<ShopperProduct['next']>['evidence'];

/** What was bought and what is expected, in a sentence or two. @param today `YYYY-MM-DD` */
export function outlookWords(
  { purchases, next }: Pick<ShopperProduct, 'purchases' | 'next'>,
  today: string,
): string {
  const days = new Set(purchases.map((one) => one.on)).size;
  const bought = `Bought on ${countOf(days, 'day')} so far.`;
  if (!next)
    return `${bought} Nothing is expected: it is subscribed to, or was not bought for so long that the interest counts as gone.`;
  const window = `between ${formatDay(next.from)} and ${formatDay(next.to)}, most likely around ${formatDay(next.best)}`;
  return next.best < today
    ? `${bought} It was expected ${window}, and has not been bought since.`
    : `${bought} Expected again ${window}.`;
}

/** Which evidence a window rests on, in a sentence. */
export function evidenceWords({ level, ownGaps, productGaps }: Evidence): string {
  const own =
    ownGaps === 0
      ? 'They bought it once, so they have no rhythm of their own yet.'
      : `They have ${countOf(ownGaps, 'gap')} of their own between purchases, which count${ownGaps === 1 ? 's' : ''} as well.`;
  switch (level) {
    case 'own':
      return `This rests mostly on their own rhythm: ${countOf(ownGaps, 'gap')} between their purchases.`;
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
  switch (arm) {
    case 'treated':
      return `Was ${what}`;
    case 'control':
      return `Would have been ${what}, but is in the control group: got the default`;
    default:
      return `Would have been ${what}, but is held out of all of Larder: got the default`;
  }
}

export function tacticWords(tactic: string): string {
  return LAYERS[tactic] ?? tactic;
}

export function optOutWords(scope: string): string {
  return scope === 'all' ? 'everything' : (LAYERS[scope] ?? scope).toLowerCase();
}
