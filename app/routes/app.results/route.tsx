import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { loadResults } from '../../results/load-results.server';
import { authenticateAdmin } from '../../shopify/authenticate-admin.server';
import { TACTIC_NAMES, TACTICS } from '../../tactics/tactic';
import { ComparisonCard } from './comparison-card';

export const meta: MetaFunction = () => [{ title: 'Results' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return { results: await loadResults(context.ports, shop), timeZone: shop.timeZone };
}

export default function Results() {
  const { results, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page title="Results" subtitle="What happened with Larder and without it. Safe to look at every day">
      <BlockStack gap="400">
        <ComparisonCard
          title="All of Larder"
          question="Any order within 28 days of the first time Larder had something to show."
          arms={{ treated: 'Everyone else', control: 'Never see Larder' }}
          comparison={results.larder}
          drawnFrom="of all shoppers"
          timeZone={timeZone}
        />
        {TACTIC_NAMES.map((name) => (
          <ComparisonCard
            key={name}
            title={TACTICS[name].title}
            question={TACTICS[name].metric}
            arms={{ treated: 'Shown', control: 'Not shown' }}
            comparison={results.tactics[name]}
            drawnFrom="of those who may see Larder"
            timeZone={timeZone}
            setUpUrl={`/app/modules/${name}`}
          />
        ))}
      </BlockStack>
    </Page>
  );
}
