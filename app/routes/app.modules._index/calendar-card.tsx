import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';

interface CalendarCardProps {
  readonly hasAddress: boolean;
  /** Told once, right after it was made. */
  readonly address: string | null;
  readonly isBusy: boolean;
  readonly onMake: () => void;
  readonly onRevoke: () => void;
  readonly onCopy: (address: string) => void;
}

/** The reviews' days in the merchant's own calendar, behind an address that can be revoked. */
export function CalendarCard({ hasAddress, address, isBusy, onMake, onRevoke, onCopy }: CalendarCardProps) {
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
        {address ? (
          <TextField
            label="Address"
            value={address}
            readOnly
            selectTextOnFocus
            autoComplete="off"
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
