import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { findUnreadSizes } from '../../catalogue/find-unread-sizes.server';
import { listConsumables } from '../../refills/products/list-consumables.server';
import { loadBackfillProgress } from '../../overview/load-backfill-progress.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { answerOrProblem } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { answerOverruling, type OverrulingAnswer } from './answer-overruling.server';
import { ConsumablesCard } from './consumables-card';
import { listPlace } from './list-place';
import { NothingYet } from './nothing-yet';
import { overrulingForm } from './overruling-form';
import { ShortHistory } from './short-history';
import { useOverruling } from './use-overruling';

export const meta: MetaFunction = () => [{ title: 'Consumables' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const asked = listPlace.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, backfill] = await Promise.all([
    listConsumables(context.ports, { shopId: shop.id, ...asked }),
    loadBackfillProgress(context.ports, shop.id),
  ]);
  const consumables = list.rows.filter((row) => row.holds).map((row) => BigInt(row.productId));
  const unreadSizes = await findUnreadSizes(context.ports, shop.id, consumables);
  return {
    ...{ list, place: { ...asked, page: list.page }, backfill, timeZone: shop.timeZone },
    unreadSizes: [...unreadSizes.keys()].map(String),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return answerOverruling(context.ports, shop.id, await readAdminForm(request, overrulingForm));
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<OverrulingAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Consumables() {
  const { list, place, backfill, timeZone, unreadSizes } = useLoaderData<typeof loader>();
  const { answer, overrule } = useOverruling();
  const { consumables, others, overruled } = list.counts;
  const isEmpty = place.search === '' && consumables + others + overruled === 0;

  return (
    <Page
      fullWidth
      title="Consumables"
      subtitle="What your shoppers use up and buy again"
      secondaryActions={[
        { content: 'Backtest', url: '/app/consumables/backtest' },
        { content: 'Look up a shopper', url: '/app/consumables/shoppers' },
      ]}
    >
      {isEmpty ? (
        <NothingYet backfill={backfill} />
      ) : (
        <BlockStack gap="400">
          <ShortHistory backfill={backfill} />
          <Problem answer={answer} />
          <ConsumablesCard
            {...list}
            unreadSizes={unreadSizes}
            place={place}
            timeZone={timeZone}
            onOverrule={overrule}
          />
        </BlockStack>
      )}
    </Page>
  );
}
