import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useFetcher, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { BlockStack, Card, InlineGrid, Page } from '@shopify/polaris';
import { z } from 'zod';
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
import { ComplaintsBanner } from '../../ui/complaints-banner';
import { EmptyNote } from '../../ui/empty-note';
import { KeyFigure } from '../../ui/key-figure';
import { Problem } from '../../ui/problem';
import { SendingPaused } from '../../ui/sending-paused';
import { useAnswerToast } from '../../ui/use-answer-toast';
import { ConsentCard } from './consent-card';
import { HeldMails } from './held-mails';
import { LedgerCard } from './ledger-card';
import { MailOutcomes } from './mail-outcomes';
import { RemindersCard } from './reminders-card';
import { settledWords } from './settled-words';

export const meta: MetaFunction = () => [{ title: 'Reminders' }];

const queryParams = z.object({
  tab: z.enum(['upcoming', 'over']).catch('upcoming'),
  after: z.string().max(100).nullable().catch(null).default(null),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const query = queryParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, isTacticOn, pause, complaints, heldMails, duplicates, consent] = await Promise.all([
    listReminders(context.ports, { shopId: shop.id, take: 25, ...query }),
    isOn(context.ports.db.read, shop.id, 'reminder'),
    describePause(context.ports, shop.id),
    describeComplaints(context.ports, shop.id),
    listHeld(context.ports, MAIL_KINDS, shop.id),
    countDuplicates(context.ports.db.read, shop.id),
    listToTell(context.ports, shop.id),
  ]);
  const { timeZone } = shop;
  return { ...list, ...query, isTacticOn, pause, complaints, heldMails, duplicates, consent, timeZone };
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

export default function Reminders() {
  const {
    isTacticOn,
    pause,
    complaints,
    timeZone,
    counts,
    nextSevenDays,
    mails,
    heldMails,
    duplicates,
    consent,
    ...list
  } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<Answer>();
  useAnswerToast(fetcher.data);
  const isBusy = fetcher.state !== 'idle';
  const send = (fields: Record<string, string>) => fetcher.submit(fields, { method: 'post' });
  const upcoming = counts.pending + counts.active;
  const over = counts.sent + counts.bought + counts.stopped + counts.expired;

  return (
    <Page title="Reminders" subtitle="What shoppers asked to be told about, and what became of it">
      {upcoming + over === 0 ? (
        <Card>
          <NoReminders isTacticOn={isTacticOn} />
        </Card>
      ) : (
        <BlockStack gap="400">
          {pause ? <SendingPaused pause={pause} timeZone={timeZone} /> : null}
          {complaints ? (
            <ComplaintsBanner
              complaints={complaints}
              timeZone={timeZone}
              isBusy={isBusy}
              onLift={() => send({ intent: 'lift' })}
            />
          ) : null}
          <Problem answer={fetcher.data} />
          {heldMails.count > 0 ? (
            <HeldMails
              {...heldMails}
              timeZone={timeZone}
              isBusy={isBusy}
              onSettle={(id, choice) => send({ intent: 'settle', id, choice })}
            />
          ) : null}
          <Card>
            <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
              <KeyFigure label="Due in the next 7 days" value={nextSevenDays} />
              <KeyFigure label="Waiting" value={upcoming} />
              <KeyFigure label="Sent" value={counts.sent} />
              <KeyFigure label="Bought before the day" value={counts.bought} />
            </InlineGrid>
          </Card>
          <RemindersCard {...list} upcoming={upcoming} over={over} />
          <MailOutcomes mails={mails} />
          <ConsentCard {...consent} />
          <LedgerCard duplicates={duplicates} />
        </BlockStack>
      )}
    </Page>
  );
}

function NoReminders({ isTacticOn }: { isTacticOn: boolean }) {
  return isTacticOn ? (
    <EmptyNote
      title="No reminders yet"
      words="As soon as a buyer asks for one on your thank-you page, it stands here. Check that the block is placed there."
      action={{ words: 'See the setup', url: '/app' }}
    />
  ) : (
    <EmptyNote
      title="Reminders are off"
      words="Switch the refill reminder on to offer it on your thank-you page."
      action={{ words: 'Set up', url: '/app/modules/reminder' }}
    />
  );
}
