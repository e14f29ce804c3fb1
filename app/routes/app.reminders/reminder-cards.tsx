import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import type { ComponentProps } from 'react';
import type { ReminderOverview } from '../../reminders/list-reminders.server';
import { EmptyNote } from '../../ui/empty-note';
import { KeyFigure } from '../../ui/key-figure';
import { MailOutcomes } from './mail-outcomes';
import { RemindersCard } from './reminders-card';

interface ReminderCardsProps {
  readonly list: ReminderOverview & Pick<ComponentProps<typeof RemindersCard>, 'tab' | 'after'>;
  readonly isTacticOn: boolean;
}

/** What shoppers asked to be told about, and what became of it. */
export function ReminderCards({ list, isTacticOn }: ReminderCardsProps) {
  const { counts, nextSevenDays, mails } = list;
  const upcoming = counts.pending + counts.active;
  const over = counts.sent + counts.bought + counts.stopped + counts.expired;
  if (upcoming + over === 0)
    return (
      <Card>
        <NoReminders isTacticOn={isTacticOn} />
      </Card>
    );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Reminders
          </Text>
          <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
            <KeyFigure label="Due in the next 7 days" value={nextSevenDays} />
            <KeyFigure label="Waiting" value={upcoming} />
            <KeyFigure label="Sent" value={counts.sent} />
            <KeyFigure label="Bought before the day" value={counts.bought} />
          </InlineGrid>
        </BlockStack>
      </Card>
      <RemindersCard {...list} upcoming={upcoming} over={over} />
      <MailOutcomes mails={mails} />
    </>
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
