import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  useFetcher,
  useLoaderData,
  useNavigate,
  useRouteError,
  type ClientActionFunctionArgs,
} from '@remix-run/react';
import { z } from 'zod';
import { loadResultsPage } from '../../results/page/load-page.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { loadTactics } from '../../tactics/load-tactics.server';
import { TACTIC_NAMES } from '../../tactics/tactic';
import { answerOrProblem } from '../../ui/answer';
import { PageError } from '../../ui/page-error';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { readAddress, writeAddress } from './address';
import { changeResults, type ResultsAnswer } from './change-results.server';
import { COMPARED } from './words/compared';
import { formatsFor } from './words/formats';
import { NoPage } from './sections/no-page';
import { ResultsPage } from './results-page';
import { shownOf } from './words/shown-of';
import { FormatsProvider } from './use-formats';
import { useExport } from './use-export';
import { useLoadingBar } from './use-loading-bar';
import intervalStyles from '../../ui/charts/intervals.css?url';
import styles from './results.css?url';

export const meta: MetaFunction = () => [{ title: 'Results' }];
export const links = () => [intervalStyles, styles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const asked = readAddress(new URL(request.url).searchParams);
  const [page, tactics] = await Promise.all([
    loadResultsPage(context.ports, shop, {
      on: asked.on,
      versions: asked.of && asked.version !== null ? { [asked.of]: asked.version } : {},
    }),
    loadTactics(context.ports, shop),
  ]);
  const { locale, currency, domain } = shop;
  const { apiKey } = context.ports.config;
  return { asked, shown: shownOf(page, asked.of, tactics), shop: { locale, currency, domain }, apiKey };
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('change-share'),
    of: z.enum(COMPARED),
    shareBp: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  }),
  z.object({ intent: z.enum(['switch-off', 'undo-off']), of: z.enum(TACTIC_NAMES) }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return changeResults(context.ports, shop.id, await readAdminForm(request, form));
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<ResultsAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Results() {
  const { asked, shown, shop, apiKey } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const fetcher = useFetcher<ResultsAnswer>();
  useLoadingBar();
  const of = shown.reason === 'view' ? shown.view.of : asked.of;
  const send = (change: Record<string, string>) =>
    fetcher.submit({ ...change, of: of ?? 'larder' }, { method: 'post' });
  useAnswerToast(fetcher.data, fetcher.data?.canUndo ? () => send({ intent: 'undo-off' }) : undefined);
  const exporting = useExport({ ...asked, of });

  if (shown.reason === 'not-kept') {
    return (
      <FormatsProvider value={formatsFor(shop)}>
        <NoPage of={of} on={shown.on} nearestOn={shown.nearestOn} />
      </FormatsProvider>
    );
  }
  const exactly = writeAddress({ of, on: shown.on, version: shown.view.version?.version ?? null });
  return (
    <ResultsPage
      {...shown}
      shop={shop}
      link={`https://${shop.domain}/admin/apps/${apiKey}/app/results${exactly}`}
      isChanging={fetcher.state !== 'idle'}
      urlOf={(other) => writeAddress({ of: other, on: asked.on, version: null })}
      onGo={({ on, version }) => navigate(writeAddress({ of, on, version }))}
      exporting={exporting}
      answer={fetcher.data}
      onChangeShare={(shareBp) => send({ intent: 'change-share', shareBp: String(shareBp) })}
      onSwitchOff={() => send({ intent: 'switch-off' })}
    />
  );
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
