import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Page } from '@shopify/polaris';
import { z } from 'zod';
import { authenticateAdmin } from '../../shopify/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { hasCalendar } from '../../tactics/load-calendar.server';
import { makeCalendarAddress, revokeCalendarAddress } from '../../tactics/change-calendar.server';
import { loadModules } from '../../tactics/load-modules.server';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { CalendarCard } from './calendar-card';
import { ModuleCard } from './module-card';

export const meta: MetaFunction = () => [{ title: 'Modules' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const [modules, hasAddress] = await Promise.all([
    loadModules(context.ports, shop),
    hasCalendar(context.ports, shop.id),
  ]);
  return { modules, hasAddress };
}

const form = z.object({ intent: z.enum(['make-address', 'revoke-address']) });

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const { intent } = await readAdminForm(request, form);
  if (intent === 'make-address') {
    const address = await makeCalendarAddress(context.ports, shop.id);
    return { message: 'Address made', address, at: Date.now() };
  }
  await revokeCalendarAddress(context.ports, shop.id);
  return { message: 'Address revoked', address: null, at: Date.now() };
}

export default function Modules() {
  const { modules, hasAddress } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof action>();
  useAnswerToast(fetcher.data);
  const send = (intent: z.infer<typeof form>['intent']) => fetcher.submit({ intent }, { method: 'post' });
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address);
      shopify.toast.show('Copied');
    } catch {
      // The admin's frame may forbid it; the field can be selected and copied by hand.
      shopify.toast.show('Select the address and copy it', { isError: true });
    }
  };
  return (
    <Page title="Modules" subtitle="Each one is for one kind of shopper, in one place, judged by one figure">
      <BlockStack gap="400">
        {modules.map((module) => (
          <ModuleCard key={module.name} module={module} />
        ))}
        <CalendarCard
          hasAddress={hasAddress}
          address={fetcher.data?.address ?? null}
          isBusy={fetcher.state !== 'idle'}
          onMake={() => send('make-address')}
          onRevoke={() => send('revoke-address')}
          onCopy={(address) => void copy(address)}
        />
      </BlockStack>
    </Page>
  );
}
