import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import { z } from 'zod';
import { countFollowUps } from '../../follow-ups/count-follow-ups.server';
import { HELD_CHOICES } from '../../mail/held/held-choice';
import { listToTell } from '../../mail/consent/list-to-tell.server';
import { listHeld } from '../../mail/held/list-held.server';
import { settleHeld } from '../../mail/held/settle-held.server';
import { countDuplicates } from '../../mail/ledger/ledger-store.server';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { describePause } from '../../mail/outbox/describe-pause.server';
import { describeComplaints } from '../../mail/returns/describe-returns.server';
import { liftComplaintStop } from '../../mail/returns/lift-stop.server';
import { listReminders } from '../../reminders/list-reminders.server';
import { readAdminForm } from '../../shopify/read-admin-form.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { isOn } from '../../tactics/tactic-store.server';
import { answerOrProblem, type Answer } from '../../ui/answer';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { ConsentCard } from './consent-card';
import { FollowUpsCard } from './follow-ups-card';
import { LedgerCard } from './ledger-card';
import { MailTrouble } from './mail-trouble';
import { ReminderCards } from './reminder-cards';
import { settledWords } from './settled-words';

export const meta: MetaFunction = () => [{ title: 'Mail' }];

const queryParams = z.object({
  tab: z.enum(['upcoming', 'over']).catch('upcoming'),
  after: z.string().max(100).nullable().catch(null).default(null),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const query = queryParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, followUps, isTacticOn, pause, complaints, heldMails, duplicates, consent] = await Promise.all([
    listReminders(context.ports, { shopId: shop.id, take: 25, ...query }),
    countFollowUps(context.ports, shop.id),
    isOn(context.ports.db.read, shop.id, 'reminder'),
    describePause(context.ports, shop.id),
    describeComplaints(context.ports, shop.id),
    listHeld(context.ports, MAIL_KINDS, shop.id),
    countDuplicates(context.ports.db.read, shop.id),
    listToTell(context.ports, shop.id),
  ]);
  const { timeZone } = shop;
  const trouble = { pause, complaints, heldMails };
  return { list: { ...list, ...query }, trouble, followUps, isTacticOn, duplicates, consent, timeZone };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('lift') }),
  z.object({ intent: z.literal('settle'), id: z.string().min(1).max(60), choice: z.enum(HELD_CHOICES) }),
]);

export async function action({ request, context }: ActionFunctionArgs): Promise<Answer> {
  const { shop } = await authenticateAdmin({ request, context });
  const asked = await readAdminForm(request, form);
  const at = Date.now();
  if (asked.intent === 'lift') {
    await liftComplaintStop(context.ports, shop.id);
    return { message: 'Mail goes out again', at };
  }
  const { id, choice } = asked;
  return {
    ...settledWords(await settleHeld(context.ports, MAIL_KINDS, { shopId: shop.id, id, choice }), choice),
    at,
  };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrProblem(() => serverAction<Answer>());
export { shouldRevalidate } from '../../ui/answer';

export default function MailPage() {
  const { list, trouble, followUps, isTacticOn, duplicates, consent, timeZone } =
    useLoaderData<typeof loader>();
  const fetcher = useFetcher<Answer>();
  useAnswerToast(fetcher.data);
  return (
    <Page title="Mail" subtitle="What shoppers asked for, what went out, and why some did not">
      <BlockStack gap="400">
        <MailTrouble
          {...trouble}
          timeZone={timeZone}
          answer={fetcher.data}
          isBusy={fetcher.state !== 'idle'}
          onSend={(fields) => fetcher.submit({ ...fields }, { method: 'post' })}
        />
        <ReminderCards list={list} isTacticOn={isTacticOn} />
        {followUps.length > 0 ? <FollowUpsCard counts={followUps} /> : null}
        <ConsentCard {...consent} />
        <LedgerCard duplicates={duplicates} />
      </BlockStack>
    </Page>
  );
}
