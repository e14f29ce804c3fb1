import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, useRevalidator, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { z } from 'zod';
import { loadHistory } from '../../orders/upload/load-history.server';
import { stopUpload } from '../../orders/upload/stop-upload.server';
import { loadBackfillProgress } from '../../overview/load-backfill-progress.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { hasScope } from '../../shops/shop';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { useWhileRunning } from '../../ui/use-while-running';
import { uploadIdText } from './upload-id';
import { PermissionCard } from './permission-card';
import { ReachCard } from './reach-card';
import { UploadCard } from './upload-card';
import { UploadsCard } from './uploads-card';

export const meta: MetaFunction = () => [{ title: 'Older orders' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const [backfill, history] = await Promise.all([
    loadBackfillProgress(context.ports, shop.id),
    loadHistory(context.ports, shop.id),
  ]);
  return { backfill, ...history, seesAll: hasScope(shop, 'read_all_orders'), timeZone: shop.timeZone };
}

const form = z.object({ intent: z.literal('stop'), uploadId: uploadIdText });

export async function action({ request, context }: ActionFunctionArgs): Promise<Answer> {
  const { shop } = await authenticateAdmin({ request, context });
  const { uploadId } = await readAdminForm(request, form);
  await stopUpload(context.ports, shop.id, uploadId);
  return { message: 'Stopped. What was read stays.', at: Date.now() };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<Answer>());
export { shouldRevalidate } from '../../ui/answer';

export default function OlderOrders() {
  const { backfill, orders, oldestAt, uploads, seesAll, timeZone } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<Answer>();
  const { revalidate } = useRevalidator();
  const isOpen = uploads.some((upload) => upload.state === 'waiting' || upload.state === 'reading');
  const isReading = backfill?.phase === 'products' || backfill?.phase === 'orders';
  // Shopify tells of a grant by webhook; reading begins after it.
  const [isGranted, setGranted] = useState(false);
  const isExpected = (isGranted || seesAll) && backfill?.since !== null;
  useWhileRunning(isOpen || isReading || isExpected);
  useAnswerToast(fetcher.data);

  return (
    <Page
      title="Older orders"
      subtitle="What people buy every few months shows only in months of orders."
      backAction={{ content: 'Overview', url: '/app' }}
    >
      <BlockStack gap="400">
        <ReachCard
          orders={orders}
          oldestAt={oldestAt}
          backfill={backfill}
          seesAll={seesAll}
          uploads={uploads.filter((upload) => upload.ordersAdded > 0).length}
          timeZone={timeZone}
        />
        {seesAll ? null : <PermissionCard onGranted={() => setGranted(true)} />}
        <UploadCard isAlternative={!seesAll} onUploaded={revalidate} />
        <Problem answer={fetcher.data} />
        <UploadsCard
          uploads={uploads}
          timeZone={timeZone}
          stopping={fetcher.state === 'idle' ? null : Number(fetcher.formData?.get('uploadId'))}
          onStop={(uploadId) => fetcher.submit({ intent: 'stop', uploadId }, { method: 'post' })}
        />
      </BlockStack>
    </Page>
  );
}
