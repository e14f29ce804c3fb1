import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Layout, Page } from '@shopify/polaris';
import { z } from 'zod';
import { restartBackfill } from '../../orders/backfill/restart-backfill.server';
import { loadOverview } from '../../overview/load-overview.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { dismissGuide } from '../../shops/dismiss-guide.server';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { BacktestCard } from './backtest-card';
import { HistoryCard } from './history-card';
import { KeyFigures } from './key-figures';
import { TacticList } from './tactic-list';
import { SetupGuide } from './setup-guide';
import { useExtensionStates } from './use-extension-states';
import { useWhileRunning } from '../../ui/use-while-running';

export const meta: MetaFunction = () => [{ title: 'Larder' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const overview = await loadOverview(context.ports, shop);
  return {
    ...overview,
    shopDomain: shop.domain,
    clientId: context.ports.config.apiKey,
    showGuide: shop.guideDismissedAt === null,
  };
}

const form = z.object({ intent: z.enum(['dismiss-guide', 'retry-backfill']) });

export async function action({ request, context }: ActionFunctionArgs): Promise<Answer | null> {
  const { shop } = await authenticateAdmin({ request, context });
  const { intent } = await readAdminForm(request, form);
  if (intent === 'dismiss-guide') {
    await dismissGuide(context.ports, shop.id);
    return null;
  }
  await restartBackfill(context.ports, shop.id);
  return { message: 'Reading your order history again', at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<Answer | null>());
export { shouldRevalidate } from '../../ui/answer';

export default function Home() {
  const { backfill, figures, tactics, backtest, shopDomain, clientId, showGuide } =
    useLoaderData<typeof loader>();
  const fetcher = useFetcher<Answer | null>();
  const extensions = useExtensionStates();
  const isReading = backfill?.phase === 'products' || backfill?.phase === 'orders';
  useWhileRunning(isReading || backfill === null);
  useAnswerToast(fetcher.data);
  const send = (intent: z.infer<typeof form>['intent']) => fetcher.submit({ intent }, { method: 'post' });

  return (
    <Page title="Overview" subtitle="Your shop’s memory for what people buy again and again">
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {showGuide && fetcher.formData?.get('intent') !== 'dismiss-guide' ? (
              <SetupGuide
                historyIsRead={backfill?.phase === 'done'}
                extensions={extensions}
                anyTacticOn={tactics.some((tactic) => tactic.state === 'on')}
                shopDomain={shopDomain}
                clientId={clientId}
                onDismiss={() => send('dismiss-guide')}
              />
            ) : null}
            <Problem answer={fetcher.data} />
            <HistoryCard
              backfill={backfill}
              isRetrying={fetcher.state !== 'idle'}
              onRetry={() => send('retry-backfill')}
            />
            <KeyFigures figures={figures} />
            <BacktestCard result={backtest?.state === 'done' ? backtest.result : null} />
            <TacticList tactics={tactics} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
