import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Card, InlineGrid, Page } from '@shopify/polaris';
import { z } from 'zod';
import { describePause } from '../../mail/outbox/describe-pause.server';
import { listReminders } from '../../reminders/list-reminders.server';
import { authenticateAdmin } from '../../shops/authenticate-admin.server';
import { isOn } from '../../tactics/tactic-store.server';
import { EmptyNote } from '../../ui/empty-note';
import { KeyFigure } from '../../ui/key-figure';
import { SendingPaused } from '../../ui/sending-paused';
import { HeldMails } from './held-mails';
import { MailOutcomes } from './mail-outcomes';
import { RemindersCard } from './reminders-card';

export const meta: MetaFunction = () => [{ title: 'Reminders' }];

const queryParams = z.object({
  tab: z.enum(['upcoming', 'over']).catch('upcoming'),
  after: z.string().max(100).nullable().catch(null).default(null),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const query = queryParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [list, isTacticOn, pause] = await Promise.all([
    listReminders(context.ports, { shopId: shop.id, take: 25, ...query }),
    isOn(context.ports.db.read, shop.id, 'reminder'),
    describePause(context.ports, shop.id),
  ]);
  return { ...list, ...query, isTacticOn, pause, timeZone: shop.timeZone };
}

export default function Reminders() {
  const { isTacticOn, pause, timeZone, counts, nextSevenDays, mails, held, ...list } =
    useLoaderData<typeof loader>();
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
          {held > 0 ? <HeldMails held={held} /> : null}
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
