import { VERDICT_VIEWS, type VerdictView } from '../../consumables/verdict-view';
import { formatNumber } from '../../ui/format-values';

export const VIEW_NAMES: Readonly<Record<VerdictView, string>> = {
  consumables: 'Consumables',
  others: 'Not consumables',
  overruled: 'Overruled by you',
};

/** What a search without finds in one view means, and where it did find something. */
export function nothingFoundWords(
  view: VerdictView,
  search: string,
  counts: Readonly<Record<VerdictView, number>>,
): string {
  const elsewhere = VERDICT_VIEWS.filter((other) => other !== view && counts[other] > 0);
  if (elsewhere.length === 0) return `No product’s title contains “${search}”.`;
  const tabs = elsewhere.map((other) => `“${VIEW_NAMES[other]}” (${formatNumber(counts[other])})`);
  return `No title under “${VIEW_NAMES[view]}” contains “${search}”, but some do under ${tabs.join(' and ')}.`;
}
