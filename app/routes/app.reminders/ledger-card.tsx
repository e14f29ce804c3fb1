import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { Answer } from '../../ui/answer';
import { downloadFile } from '../../ui/download-file';
import { problemWords } from '../../ui/error-words';
import { formatNumber } from '../../ui/format-values';
import { Problem } from '../../ui/problem';

/** How often a mail went out twice, and everything that was ever planned as a file. */
export function LedgerCard({ duplicates }: { duplicates: number }) {
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<Answer | null>(null);
  const download = async () => {
    setIsLoading(true);
    setFailure(null);
    try {
      await downloadFile('/app/mail/ledger');
    } catch (error) {
      setFailure({ problem: problemWords(error), at: Date.now() });
    }
    setIsLoading(false);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          The ledger of mails
        </Text>
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Text as="span">Mails that the mail server took more than once</Text>
          <Text as="span" numeric>
            {formatNumber(duplicates)}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          Every mail that was ever planned, why it went out or did not, and when. No addresses.
        </Text>
        <InlineStack>
          <Button loading={isLoading} onClick={() => void download()}>
            Download as CSV
          </Button>
        </InlineStack>
        <Problem answer={failure} />
      </BlockStack>
    </Card>
  );
}
