import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Card, Page } from '@shopify/polaris';
import { z } from 'zod';
import { loadBacktest } from '../../refills/backtest/load-backtest.server';
import { requestBacktest } from '../../refills/backtest/run-backtest.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { EmptyNote } from '../../ui/empty-note';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { useWhileRunning } from '../../ui/use-while-running';
import { BacktestProgress } from './backtest-progress';
import { BacktestResult } from './backtest-result';
import { HowItIsCounted } from './how-it-is-counted';

export const meta: MetaFunction = () => [{ title: 'Backtest' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return { backtest: await loadBacktest(context.ports, shop.id), timeZone: shop.timeZone };
}

const form = z.object({ intent: z.literal('count-anew') });

export async function action({ request, context }: ActionFunctionArgs): Promise<Answer> {
  const { shop } = await authenticateAdmin({ request, context });
  await readAdminForm(request, form);
  await requestBacktest(context.ports, shop.id);
  return { message: 'Counting anew', at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<Answer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Backtest() {
  const { backtest, timeZone } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<Answer>();
  useAnswerToast(fetcher.data);
  const isRunning = backtest?.state === 'waiting' || backtest?.state === 'running';
  useWhileRunning(isRunning || backtest === null);
  const hasResult = backtest?.state === 'done' || (isRunning && backtest.result !== null);

  return (
    <Page
      title="Backtest"
      subtitle="What refill reminders would have been worth, had Larder run for the last 90 days"
      backAction={{ content: 'Consumables', url: '/app/consumables' }}
      primaryAction={{
        content: 'Count anew',
        onAction: () => fetcher.submit({ intent: 'count-anew' }, { method: 'post' }),
        disabled: isRunning || backtest === null,
        loading: fetcher.state !== 'idle',
      }}
    >
      <BlockStack gap="400">
        <Problem answer={fetcher.data} />
        {isRunning ? <BacktestProgress done={backtest.done} total={backtest.total} /> : null}
        {backtest === null ? (
          <Card>
            <EmptyNote
              title="Waiting for your order history"
              words="The backtest begins by itself as soon as your past orders have been read."
            />
          </Card>
        ) : null}
        {backtest?.state === 'too-little' ? (
          <Card>
            <EmptyNote
              title="Too little history"
              words="It takes about five months of orders, and enough repeat purchases in the last 90 days. You can let Larder see more of your past."
              action={{ words: 'Add order history', url: '/app/history' }}
            />
          </Card>
        ) : null}
        {hasResult && backtest.result ? (
          <BacktestResult result={backtest.result} finishedAt={backtest.finishedAt} timeZone={timeZone} />
        ) : null}
        {backtest === null ? null : <HowItIsCounted />}
      </BlockStack>
    </Page>
  );
}
