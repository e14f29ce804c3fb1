import type { ResultCounts } from '../../results/count-arms';
import { countOf } from '../../ui/format-values';

/** What is not in the counts, and why; empty when nothing was left out. */
export function leftOutWords({ leftOut, crossed }: Pick<ResultCounts, 'leftOut' | 'crossed'>): string {
  const { lateIdentity, orderAwaited, olderVersion } = leftOut;
  const parts = [
    lateIdentity > 0
      ? `${countOf(lateIdentity, 'offer')} to buyers who turned out to be in a group already`
      : '',
    orderAwaited > 0 ? `${countOf(orderAwaited, 'offer')} whose order has not arrived` : '',
    olderVersion > 0 ? `${countOf(olderVersion, 'shopper')} of an earlier draw` : '',
  ].filter((part) => part !== '');
  const left = parts.length > 0 ? `Left out: ${parts.join(', ')}.` : '';
  const both =
    crossed > 0
      ? `${countOf(crossed, 'shopper was', 'shoppers were')} met in both groups; the first one counts.`
      : '';
  return [left, both].filter((words) => words !== '').join(' ');
}
