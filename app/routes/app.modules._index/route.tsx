import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { z } from 'zod';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { hasCalendar } from '../../tactics/load-calendar.server';
import { makeCalendarAddress, revokeCalendarAddress } from '../../tactics/change-calendar.server';
import { loadTactics } from '../../tactics/load-tactics.server';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { CalendarCard } from './calendar-card';
import { TacticCard } from './tactic-card';

export const meta: MetaFunction = () => [{ title: 'Modules' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const [tactics, hasAddress] = await Promise.all([
    loadTactics(context.ports, shop),
    hasCalendar(context.ports, shop.id),
  ]);
  return { tactics, hasAddress };
}

const form = z.object({ intent: z.enum(['make-address', 'revoke-address']) });

interface CalendarAnswer extends Answer {
  readonly address?: string | null;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<CalendarAnswer> {
  const { shop } = await authenticateAdmin({ request, context });
  const { intent } = await readAdminForm(request, form);
  if (intent === 'make-address') {
    const address = await makeCalendarAddress(context.ports, shop.id);
    return { message: 'Address made', address, at: Date.now() };
  }
  await revokeCalendarAddress(context.ports, shop.id);
  return { message: 'Address revoked', address: null, at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<CalendarAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Modules() {
  const { tactics, hasAddress } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const fetcher = useFetcher<CalendarAnswer>();
  useAnswerToast(fetcher.data);
  const send = (intent: z.infer<typeof form>['intent']) => fetcher.submit({ intent }, { method: 'post' });
  const [cannotCopy, setCannotCopy] = useState(false);
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address);
      setCannotCopy(false);
      shopify.toast.show('Copied');
    } catch {
      // The admin's frame may forbid it; the field can be selected and copied by hand.
      setCannotCopy(true);
    }
  };
  return (
    <Page title="Modules" subtitle="Each one is for one kind of shopper, in one place, judged by one figure">
      <BlockStack gap="400">
        {tactics.map((tactic) => (
          <TacticCard key={tactic.name} tactic={tactic} />
        ))}
        <CalendarCard
          hasAddress={hasAddress}
          address={fetcher.data?.address ?? null}
          answer={fetcher.data}
          cannotCopy={cannotCopy}
          isBusy={fetcher.state !== 'idle'}
          onMake={() => send('make-address')}
          onRevoke={() => send('revoke-address')}
          onCopy={(address) => void copy(address)}
        />
      </BlockStack>
    </Page>
  );
}
