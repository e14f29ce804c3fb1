import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { ComplaintsView } from '../mail/returns/describe-returns.server';
import { countOf, formatInstant, formatNumber } from './format-values';

interface ComplaintsBannerProps {
  readonly complaints: ComplaintsView;
  readonly timeZone: string;
  /** Lets mail go out again; only where there is a button for it. */
  readonly onLift?: () => void;
  readonly isBusy?: boolean;
}

/** That many readers report the shop's mail as spam, or that none goes out for it, and what to do. */
export function ComplaintsBanner({ complaints, timeZone, onLift, isBusy }: ComplaintsBannerProps) {
  const { state, mails, stoppedAt } = complaints;
  const counted = `${countOf(complaints.complaints, 'reader')} reported it as spam, of ${formatNumber(mails)} mails in 30 days.`;
  if (state === 'warns')
    return (
      <Banner tone="warning" title="Readers report your mail as spam">
        <Text as="p">
          {counted} Mailbox providers ask for less than 1 in 1,000. From 3 in 1,000 on Larder stops your mail,
          because providers would begin to hold it back. Whoever reports a mail gets none any more.
        </Text>
      </Banner>
    );
  return (
    <Banner
      tone="critical"
      title="No mail goes out: too many readers reported it as spam"
      action={onLift && { content: 'Let mail go out again', onAction: onLift, loading: isBusy }}
    >
      <BlockStack gap="200">
        <Text as="p">
          {stoppedAt ? `Since ${formatInstant(stoppedAt, timeZone)}. ` : ''}
          {counted} From 3 in 1,000 on providers hold a sender’s mail back. Those readers get none any more.
        </Text>
        <Text as="p">
          Look at what was sent, and to whom, first.
          {onLift ? '' : ' The Reminders page lets mail go out again.'} Mail that is due meanwhile waits, and
          is dropped when it is too late for it. After that only new reports count.
        </Text>
      </BlockStack>
    </Banner>
  );
}
