import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { Answer } from '../../ui/answer';
import { Problem } from '../../ui/problem';

interface TestCardProps {
  readonly answer: Answer | null;
  readonly isBusy: boolean;
  readonly onSend: (to: string) => void;
}

/** The letter as it stands in the preview, into the merchant's own inbox. */
export function TestCard({ answer, isBusy, onSend }: TestCardProps) {
  const [to, setTo] = useState('');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          Send a test
        </Text>
        <Problem answer={answer} />
        <TextField
          label="Send a test to"
          type="email"
          value={to}
          onChange={setTo}
          autoComplete="email"
          helpText="It shows what the preview shows. Its links lead nowhere, and the address is not kept."
        />
        <InlineStack>
          <Button onClick={() => onSend(to)} loading={isBusy} disabled={to.trim() === ''}>
            Send the test
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
