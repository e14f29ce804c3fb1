import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { PauseView } from '../mail/outbox/describe-pause.server';
import { formatInstant } from './format-values';

const WORDS: Readonly<Record<PauseView['reason'], { readonly title: string; readonly advice: string }>> = {
  'login-refused': {
    title: 'The mail server does not let Larder in',
    advice: 'Check the mail server’s user name and password (SMTP_URL), or ask whoever runs Larder for you.',
  },
  'sender-refused': {
    title: 'The mail server refuses Larder’s mail',
    advice:
      'Check that it may send from Larder’s address (MAIL_FROM) and that the address or its domain is verified there, ' +
      'or ask whoever runs Larder for you.',
  },
  unreachable: {
    title: 'The mail server could not be reached, or was too busy',
    advice: 'If this lasts, check the mail server’s address (SMTP_URL), or ask whoever runs Larder for you.',
  },
};

/** That no mail goes out, since when, what the mail server said, and what to do. */
export function SendingPaused({ pause, timeZone }: { pause: PauseView; timeZone: string }) {
  const { title, advice } = WORDS[pause.reason];
  return (
    <Banner tone={pause.reason === 'unreachable' ? 'warning' : 'critical'} title={title}>
      <BlockStack gap="200">
        <Text as="p">{advice}</Text>
        <Text as="p" breakWord>
          Since {formatInstant(pause.since, timeZone)}. What came back: “{pause.said}”
        </Text>
        <Text as="p">
          Larder tries again by itself. Mail that is due waits for up to {pause.waitsDays} days.
        </Text>
      </BlockStack>
    </Banner>
  );
}
