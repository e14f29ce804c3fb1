import type { LeftOutView } from '../../../results/page/results-view';
import type { Formats } from './formats';

export interface LeftOutRow {
  readonly key: keyof LeftOutView;
  readonly what: string;
  readonly why: string;
  readonly howMany: string;
}

const ROWS: Readonly<
  Record<keyof LeftOutView, { readonly what: string; readonly why: string; readonly unit: string }>
> = {
  olderVersion: {
    what: 'Met under an older version',
    why: 'Counts of two versions are never added up.',
    unit: 'shopper',
  },
  lateIdentity: {
    what: 'Known or reminded before they could count',
    why: 'They were in a group already, or had set a reminder uncounted, so this offer is left out in both.',
    unit: 'offer',
  },
  orderAwaited: {
    what: 'Waiting for the order',
    why: 'An offer at a checkout counts once its order has arrived.',
    unit: 'offer',
  },
  otherCurrency: {
    what: 'Paid in another currency, or an amount that is not known',
    why: 'The order counts, its money is in no sum.',
    unit: 'order',
  },
  afterToday: {
    what: 'Dated after this day',
    why: 'A clock that ran ahead.',
    unit: 'shopper',
  },
};

/** What is not in the counts, why, and how many; empty when nothing was left out. */
export function leftOutRows(leftOut: LeftOutView, { count }: Pick<Formats, 'count'>): readonly LeftOutRow[] {
  return (Object.keys(ROWS) as (keyof LeftOutView)[]).flatMap((key) => {
    const { what, why, unit } = ROWS[key];
    return leftOut[key] > 0 ? [{ key, what, why, howMany: count(leftOut[key], unit) }] : [];
  });
}
