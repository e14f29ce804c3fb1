import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReminderEnd, ReminderState } from '../../reminders/reminder';
import type { ShopperStory } from '../../overview/explain-shopper.server';
import { formatDay, formatInstant } from '../../ui/format-values';
import { outcomeWords, stateWords } from '../app.reminders/reminder-words';
import { tacticWords } from './story-words';

/** Reminders they asked for, and every mail with what became of it. */
export function MailsCard({ story, timeZone }: { story: ShopperStory; timeZone: string }) {
  const { reminders, messages } = story;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Reminders and mails
        </Text>
        {reminders.length + messages.length === 0 ? (
          <Text as="p" tone="subdued">
            They asked for no reminder, and no mail was planned for them.
          </Text>
        ) : (
          <ul className="larder-events">
            {reminders.map(({ id, title, on, state, endReason, snoozes }) => (
              <li key={id}>
                <Text as="p" tone="subdued">
                  Reminder for {formatDay(on)}
                </Text>
                <Text as="p">
                  {title}:{' '}
                  {stateWords({
                    state: state as ReminderState,
                    reason: endReason as ReminderEnd | null,
                    snoozes,
                  })}
                </Text>
              </li>
            ))}
            {messages.map(({ id, kind, state, reason, at }) => (
              <li key={id}>
                <Text as="p" tone="subdued">
                  {formatInstant(at, timeZone)}, mail: {tacticWords(kind)}
                </Text>
                <Text as="p">{outcomeWords(state, reason)}</Text>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
