import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { Badge, BlockStack, Layout, Page } from '@shopify/polaris';
import { explainSensitivity } from '../../catalogue/explain-sensitivity.server';
import { loadProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { answerOrProblem } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { parseId } from '../../shopify/gid';
import { answerOverruling, type OverrulingAnswer } from '../app.consumables._index/answer-overruling.server';
import { overrulingForm } from '../app.consumables._index/overruling-form';
import { useOverruling } from '../app.consumables._index/use-overruling';
import { ComeBackCard } from './come-back-card';
import { DueCard } from './due-card';
import { PacksCard } from './packs-card';
import { SensitiveCard } from './sensitive-card';
import { VerdictCard } from './verdict-card';
import { WordsCard } from './words-card';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.evidence.title ?? 'Product' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const productId = parseId(params.productId ?? '');
  const [evidence, sensitivity] =
    productId === null
      ? [null, null]
      : await Promise.all([
          loadProductEvidence(context.ports, shop, productId),
          explainSensitivity(context.ports, shop.id, productId),
        ]);
  if (!evidence || !sensitivity) throw new Response('Larder does not know this product.', { status: 404 });
  return { evidence, sensitivity, timeZone: shop.timeZone };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  return answerOverruling(context.ports, shop.id, await readAdminForm(request, overrulingForm));
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<OverrulingAnswer>());
export { shouldRevalidate } from '../../ui/answer';

export default function Product() {
  const { evidence, sensitivity, timeZone } = useLoaderData<typeof loader>();
  const { answer, overrule } = useOverruling();
  return (
    <Page
      backAction={{ content: 'Consumables', url: '/app/consumables' }}
      title={evidence.title}
      titleMetadata={
        <Badge tone={evidence.holds ? 'success' : undefined}>
          {evidence.holds ? 'Consumable' : 'Not a consumable'}
        </Badge>
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Problem answer={answer} />
            <VerdictCard
              evidence={evidence}
              onSay={(says) => overrule({ intent: 'overrule', says, ids: evidence.productId })}
            />
            <ComeBackCard evidence={evidence} />
            <DueCard due={evidence.due} isConsumable={evidence.holds} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <PacksCard variants={evidence.variants} unreadSize={evidence.unreadSize} />
            <SensitiveCard sensitivity={sensitivity} />
            <WordsCard words={evidence.words} timeZone={timeZone} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
