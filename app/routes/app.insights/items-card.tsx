import { INSIGHT_NEEDS, type Share } from '../../results/insights/insights';
import type { InsightsView } from '../../results/insights/load-insights.server';
import { formatShare } from '../../ui/format-values';
import { QuestionCard } from './question-card';
import { ShareTable } from '../../ui/share-table';

interface ItemsCardProps {
  readonly items: InsightsView['items'];
  readonly all: Share;
  readonly isThin: boolean;
}

export function ItemsCard({ items, all, isThin }: ItemsCardProps) {
  const isEmpty = isThin || items.length === 0;
  const above = items.filter((item) => item.isAbove).length;
  return (
    <QuestionCard
      question="Which items come before a second order?"
      answer={
        isEmpty
          ? `Not enough data: no product was in the first basket of ${INSIGHT_NEEDS} customers whose thirty days are over.`
          : above > 0
            ? `Buyers of the marked products came back more often than the ${formatShare(all.again / all.persons)} of everyone.`
            : `No product stands out from the ${formatShare(all.again / all.persons)} of everyone.`
      }
      note="These are counts, not causes: who buys a product may differ from who does not. With many products some stand out by chance."
    >
      {isEmpty ? null : (
        <ShareTable
          caption="Products of first baskets, by how many of their buyers bought again within thirty days"
          columns={{ name: 'In the first basket', whole: 'Customers', part: 'Bought again' }}
          rows={items.map(({ productId, title, persons, again, isAbove }) => ({
            key: productId,
            name: title,
            part: again,
            whole: persons,
            note: isAbove ? 'more often than everyone' : undefined,
          }))}
        />
      )}
    </QuestionCard>
  );
}
