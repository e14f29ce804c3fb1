import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { HeldChoice } from '../../mail/held/held-choice';
import type { HeldList, HeldView } from '../../mail/held/list-held.server';
import { countOf, formatInstant } from '../../ui/format-values';

interface HeldMailsProps extends HeldList {
  readonly timeZone: string;
  readonly isBusy: boolean;
  readonly onSettle: (id: string, choice: HeldChoice) => void;
}

/** Mails that may or may not have gone out, and what the merchant found out about each. None is sent again by itself. */
export function HeldMails({ held, count, timeZone, isBusy, onSettle }: HeldMailsProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {`${countOf(count, 'mail')} may not have arrived`}
        </Text>
        <Text as="p">
          Sending stopped before the mail server answered. What may have gone out is not sent again by itself,
          so that nobody gets the same mail twice. The mail server’s log knows: look for the message id, at
          about the time that stands beside it.
        </Text>
        {held.map((mail) => (
          <HeldMail key={mail.id} mail={mail} timeZone={timeZone} isBusy={isBusy} onSettle={onSettle} />
        ))}
        {count > held.length ? (
          <Text as="p" tone="subdued">
            The oldest {held.length} are shown. The next come once these are settled.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function HeldMail({
  mail,
  timeZone,
  isBusy,
  onSettle,
}: Pick<HeldMailsProps, 'timeZone' | 'isBusy' | 'onSettle'> & { mail: HeldView }) {
  const { id, messageId, handedOverAt, isNotSent, maySendAgain } = mail;
  const label = (words: string) => `${words}: ${messageId}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <Text as="p" breakWord>
          {messageId}
        </Text>
        <Text as="p" tone="subdued">
          {handedOverAt
            ? `Handed over ${formatInstant(handedOverAt, timeZone)}`
            : 'When it was handed over is not known'}
          {isNotSent ? '. You found that it did not go out.' : ''}
          {maySendAgain ? '' : ' It is too late to send it again.'}
        </Text>
      </BlockStack>
      <InlineStack gap="200">
        {isNotSent ? null : (
          <>
            <Button
              disabled={isBusy}
              accessibilityLabel={label('It was sent')}
              onClick={() => onSettle(id, 'sent')}
            >
              It was sent
            </Button>
            <Button
              disabled={isBusy}
              accessibilityLabel={label('It was not sent')}
              onClick={() => onSettle(id, 'not-sent')}
            >
              It was not sent
            </Button>
          </>
        )}
        {maySendAgain && isNotSent ? (
          <Button
            disabled={isBusy}
            accessibilityLabel={label('Send it now')}
            onClick={() => onSettle(id, 'send-again')}
          >
            Send it now
          </Button>
        ) : null}
      </InlineStack>
    </InlineStack>
  );
}
