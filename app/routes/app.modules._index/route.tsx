import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { authenticateAdmin } from '../../shopify/authenticate-admin.server';
import { loadModules } from '../../tactics/load-modules.server';
import { ModuleCard } from './module-card';

export const meta: MetaFunction = () => [{ title: 'Modules' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return { modules: await loadModules(context.ports, shop) };
}

export default function Modules() {
  const { modules } = useLoaderData<typeof loader>();
  return (
    <Page title="Modules" subtitle="Each one is for one kind of shopper, in one place, judged by one figure">
      <BlockStack gap="400">
        {modules.map((module) => (
          <ModuleCard key={module.name} module={module} />
        ))}
      </BlockStack>
    </Page>
  );
}
