import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';

interface CalendarCardProps {
  readonly hasAddress: boolean;
  /** Told once, right after it was made. */
  readonly address: string | null;
  /** Of the last press. */
  readonly answer: Answer | undefined;
  /** The browser did not let the page copy. */
  readonly cannotCopy: boolean;
  readonly isBusy: boolean;
  readonly onMake: () => void;
  readonly onRevoke: () => void;
  readonly onCopy: (address: string) => void;
}

/** The reviews' days in the merchant's own calendar, behind an address that can be revoked. */
export function CalendarCard(props: CalendarCardProps) {
  const { hasAddress, address, answer, cannotCopy, isBusy, onMake, onRevoke, onCopy } = props;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Reviews in your calendar
        </Text>
        <Text as="p" tone="subdued">
          {hasAddress
            ? 'Your calendar can read the days of your reviews at a secret address. It is shown only once; a new one makes the old one stop working.'
            : 'Make a secret address and subscribe to it in your calendar. It holds the days of your reviews and nothing else.'}
        </Text>
        <Problem answer={answer} />
        {address ? (
          <TextField
            label="Address"
            value={address}
            readOnly
            selectTextOnFocus
            autoComplete="off"
            error={
              cannotCopy
                ? 'Your browser did not copy it. Select the address and copy it yourself.'
                : undefined
            }
            helpText="Add it in your calendar under “Subscribe” or “From URL”. Copy it now: it is not shown again."
            connectedRight={<Button onClick={() => onCopy(address)}>Copy</Button>}
          />
        ) : null}
        <InlineStack gap="200">
          <Button onClick={onMake} loading={isBusy}>
            {hasAddress ? 'Make a new address' : 'Make an address'}
          </Button>
          {hasAddress ? (
            <Button onClick={onRevoke} disabled={isBusy} tone="critical" variant="plain">
              Revoke it
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
