import { BlockStack, Text } from '@shopify/polaris';
import { INSIGHT_NEEDS, type Insights } from '../../results/insights/insights';
import { countOf, formatShare } from '../../ui/format-values';
import { QuestionCard } from './question-card';
import { ShareTable } from '../../ui/share-table';

const PAGES: Readonly<Record<string, string>> = {
  home: 'Home page',
  product: 'A product',
  collection: 'A collection',
  page: 'A page',
  blog: 'The blog',
  search: 'Search',
  cart: 'The cart',
  account: 'Their account',
  other: 'Elsewhere',
};

export function SecondVisitCard({ second }: { readonly second: Insights['second'] }) {
  const { orders, untold, sources, landings } = second;
  const told = orders - untold;
  const first = sources[0] ?? { name: '', count: 0 };
  const isThin = told < INSIGHT_NEEDS;
  const nameOf = (name: string) => (name === 'direct' ? 'a direct visit' : name);
  const rows = (counts: Insights['second']['sources'], called: (name: string) => string) =>
    counts.map(({ name, count }) => ({ key: name, name: called(name), part: count, whole: told }));
  return (
    <QuestionCard
      question="Where does the visit of a second order begin?"
      answer={
        isThin
          ? `Not enough data: Shopify has told of ${countOf(told, 'such visit')}; ${INSIGHT_NEEDS} are needed.`
          : `Most often with ${nameOf(first.name)}: ${formatShare(first.count / told)} of ${countOf(told, 'second order')}.`
      }
      note={`From ${countOf(orders, 'second order')}. ${untold > 0 ? `Of ${untold} the visit is not known: sold at the counter, by subscription, or not told by Shopify.` : ''}`}
    >
      {isThin ? null : (
        <BlockStack gap="400">
          <ShareTable
            caption="Second orders by where their visit came from"
            columns={{ name: 'Came from', whole: 'Second orders', part: 'Of them' }}
            rows={rows(sources, (name) => (name === 'direct' ? 'Direct visit' : name))}
          />
          <Text as="h3" variant="headingSm">
            First page of that visit
          </Text>
          <ShareTable
            caption="Second orders by the first page of their visit"
            columns={{ name: 'Began on', whole: 'Second orders', part: 'Of them' }}
            rows={rows(landings, (name) => PAGES[name] ?? name)}
          />
        </BlockStack>
      )}
    </QuestionCard>
  );
}
