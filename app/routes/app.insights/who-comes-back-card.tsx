import {
  AGAIN_WITHIN_DAYS,
  INSIGHT_NEEDS,
  type GroupName,
  type Insights,
} from '../../results/insights/insights';
import { countOf, formatShare } from '../../ui/format-values';
import { QuestionCard } from './question-card';
import { ShareTable } from '../../ui/share-table';

const GROUPS: Readonly<Record<GroupName, string>> = {
  consumable: 'First basket with a consumable',
  'no-consumable': 'First basket without one',
  'one-product': 'First basket of one product',
  'several-products': 'First basket of several products',
};

interface WhoComesBackCardProps {
  readonly insights: Pick<Insights, 'all' | 'waiting' | 'groups'>;
  readonly isThin: boolean;
}

export function WhoComesBackCard({ insights, isThin }: WhoComesBackCardProps) {
  const { all, waiting, groups } = insights;
  const left =
    waiting > 0 ? ` Another ${countOf(waiting, 'customer')} are within their ${AGAIN_WITHIN_DAYS} days.` : '';
  return (
    <QuestionCard
      question="Who buys again within thirty days?"
      answer={
        isThin
          ? `Not enough data: ${countOf(all.persons, 'customer')} of the ${INSIGHT_NEEDS} that a share needs.${left}`
          : `${formatShare(all.again / all.persons)} of ${countOf(all.persons, 'customer')} ordered again within ${AGAIN_WITHIN_DAYS} days of their first order.${left}`
      }
      note="Counted from the first order that Larder can see. Groups of fewer than 30 customers are not shown."
    >
      {isThin ? null : (
        <ShareTable
          caption="Customers who bought again within thirty days, by their first basket"
          columns={{ name: 'Customers', whole: 'First orders', part: 'Bought again' }}
          rows={groups.map((group) => ({
            key: group.name,
            name: GROUPS[group.name],
            part: group.again,
            whole: group.persons,
          }))}
        />
      )}
    </QuestionCard>
  );
}
