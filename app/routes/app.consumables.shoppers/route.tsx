import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Card, Page } from '@shopify/polaris';
import { z } from 'zod';
import { explainShopper } from '../../overview/explain-shopper.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { findShopper } from '../../shoppers/find-shopper.server';
import { EmptyNote } from '../../ui/empty-note';
import { formatDay } from '../../ui/format-values';
import { SearchCard } from './search-card';
import { ShopperView } from './shopper-view';

export const meta: MetaFunction = () => [{ title: 'Look up a shopper' }];

const queryParams = z.object({ q: z.string().trim().max(100).catch('') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { q } = queryParams.parse(asked);
  const { timeZone } = shop;
  if (q === '') return { q, timeZone, answer: 'q' in asked ? { reason: 'empty' as const } : null };
  const found = await findShopper(context.ports, shop.id, q);
  switch (found.reason) {
    case 'found':
      return {
        ...{ q, timeZone },
        answer: {
          reason: 'found' as const,
          story: await explainShopper(context.ports, shop, found.personId),
        },
      };
    case 'erased':
      return {
        ...{ q, timeZone },
        answer: { reason: 'erased' as const, on: found.erasedAt.toISOString().slice(0, 10) },
      };
    case 'guest':
    case 'unknown':
      return { q, timeZone, answer: { reason: found.reason } };
  }
}

export default function Shoppers() {
  const { q, timeZone, answer } = useLoaderData<typeof loader>();
  return (
    <Page
      backAction={{ content: 'Consumables', url: '/app/consumables' }}
      title="Look up a shopper"
      subtitle="Why did this person get this, or not?"
    >
      <BlockStack gap="400">
        <SearchCard key={q} asked={q} isEmpty={answer?.reason === 'empty'} />
        {answer === null || answer.reason === 'empty' ? null : answer.reason === 'found' ? (
          <ShopperView story={answer.story} timeZone={timeZone} />
        ) : (
          <Card>
            {answer.reason === 'erased' ? (
              <EmptyNote
                title="This shopper was erased"
                words={`On ${formatDay(answer.on)} everything about them was removed on request. Larder keeps nothing by which it could answer.`}
              />
            ) : (
              <EmptyNote {...NOT_FOUND[answer.reason]} />
            )}
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}

const NOT_FOUND = {
  guest: {
    title: 'This order names no shopper',
    words:
      'It was placed as a guest, on a browser that carried no id. Larder cannot tell whose it is, and shows nobody anything because of it.',
  },
  unknown: {
    title: 'Nobody found',
    words:
      'Larder knows no customer, order or browser by this. Check the number; a new order takes a minute to arrive.',
  },
} as const;
