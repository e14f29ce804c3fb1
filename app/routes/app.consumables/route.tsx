import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { Page } from '@shopify/polaris';
import { z } from 'zod';
import { listConsumables } from '../../consumables/list-consumables.server';
import { overruleVerdict } from '../../consumables/overrule.server';
import { VERDICT_VIEWS } from '../../consumables/verdict-view';
import { loadBackfillProgress } from '../../results/load-backfill-progress.server';
import { authenticateAdmin } from '../../shopify/authenticate-admin.server';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { ConsumablesCard } from './consumables-card';
import { NothingYet } from './nothing-yet';

export const meta: MetaFunction = () => [{ title: 'Consumables' }];

const queryParams = z.object({
  view: z.enum(VERDICT_VIEWS).catch('consumables'),
  search: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const query = queryParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, backfill] = await Promise.all([
    listConsumables(context.ports, { shopId: shop.id, ...query }),
    loadBackfillProgress(context.ports, shop.id),
  ]);
  return { ...query, ...list, isReading: backfill?.phase !== 'done' && backfill?.phase !== 'failed' };
}

const form = z.object({
  productId: z.string().regex(/^\d+$/).transform(BigInt),
  says: z.enum(['yes', 'no', 'model']),
  /** What an undo has to say. */
  said: z.enum(['yes', 'no', 'model']),
});

const MERCHANT_SAYS = { yes: true, no: false, model: null } as const;

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const { productId, says, said } = form.parse(Object.fromEntries(await request.formData()));
  const about = { shopId: shop.id, productId, merchantSays: MERCHANT_SAYS[says] };
  if (!(await overruleVerdict(context.ports, about)))
    throw new Response('This product is gone.', { status: 404 });
  const undo = { productId: productId.toString(), says: said, said: says };
  return { message: ANSWERS[says], at: Date.now(), undo };
}

const ANSWERS = {
  yes: 'Counted as a consumable',
  no: 'No longer counted as a consumable',
  model: 'Larder decides again',
};

export default function Consumables() {
  const data = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  const answer = fetcher.data;
  useAnswerToast(answer, answer && (() => fetcher.submit(answer.undo, { method: 'post' })));
  const { consumables, others, overruled } = data.counts;
  const isEmpty = data.search === '' && consumables + others + overruled === 0;

  return (
    <Page title="Consumables" subtitle="What your shoppers use up and buy again">
      {isEmpty ? (
        <NothingYet isReading={data.isReading} />
      ) : (
        <ConsumablesCard
          {...data}
          onOverrule={(change) => fetcher.submit({ ...change }, { method: 'post' })}
        />
      )}
    </Page>
  );
}
