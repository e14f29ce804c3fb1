import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Card, Page } from '@shopify/polaris';
import { INSIGHT_NEEDS } from '../../results/insights/insights';
import { loadInsights } from '../../results/insights/load-insights.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { EmptyNote } from '../../ui/empty-note';
import { formatInstant } from '../../ui/format-values';
import { useWhileRunning } from '../../ui/use-while-running';
import { ItemsCard } from './items-card';
import { SecondVisitCard } from './second-visit-card';
import { WhoComesBackCard } from './who-comes-back-card';

export const meta: MetaFunction = () => [{ title: 'Insights' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return { insights: await loadInsights(context.ports, shop.id), timeZone: shop.timeZone };
}

export default function Insights() {
  const { insights, timeZone } = useLoaderData<typeof loader>();
  useWhileRunning(insights === null);
  const isThin = insights !== null && insights.all.persons < INSIGHT_NEEDS;
  return (
    <Page
      title="Insights"
      subtitle={
        insights
          ? `Counted on ${formatInstant(insights.madeAt, timeZone)}, anew every night`
          : 'Your customers, counted'
      }
    >
      {insights === null ? (
        <Card>
          <EmptyNote
            title="Counting your customers"
            words="This takes a moment. The page shows the answers as soon as they are there."
          />
        </Card>
      ) : (
        <BlockStack gap="400">
          <WhoComesBackCard insights={insights} isThin={isThin} />
          <ItemsCard items={insights.items} all={insights.all} isThin={isThin} />
          <SecondVisitCard second={insights.second} />
        </BlockStack>
      )}
    </Page>
  );
}
