import { useFetcher } from '@remix-run/react';
import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { SenderCheck } from '../../mail/sending/check-sender.server';
import { DKIM_WORDS, DMARC_WORDS, SPF_WORDS, type FindingWords } from './sender-words';

/** Whether mailbox providers can tell that mail in the sender's name is the sender's, and what to mend. */
export function SenderCard() {
  const fetcher = useFetcher<SenderCheck>();
  const check = fetcher.data;
  return (
    <Card>
      <BlockStack gap="300">
        {check ? (
          <>
            <Text as="p">Checked for {check.domain}</Text>
            <Finding
              name="SPF"
              finding={SPF_WORDS[check.spf]}
              record={check.spf === 'lacks-provider' ? `include:${check.include ?? ''}` : null}
            />
            <Finding
              name="DKIM"
              finding={DKIM_WORDS[check.dkim]}
              record={
                ['missing', 'revoked', 'other-key'].includes(check.dkim) && check.dkimName
                  ? `${check.dkimName} TXT ${check.dkimRecord ?? ''}`
                  : null
              }
            />
            <Finding name="DMARC" finding={DMARC_WORDS[check.dmarc]} record={null} />
          </>
        ) : (
          <Text as="p" tone="subdued">
            Mailbox providers look in the DNS whether mail may come from your address. Larder can look there
            as they do.
          </Text>
        )}
        <InlineStack>
          <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.load('/app/mail/sender')}>
            {check ? 'Check again' : 'Check now'}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Finding({ name, finding, record }: { name: string; finding: FindingWords; record: string | null }) {
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        <Badge tone={finding.tone}>{finding.badge}</Badge>
      </InlineStack>
      <Text as="p">{finding.words}</Text>
      {record ? (
        <Text as="p" breakWord>
          <code>{record}</code>
        </Text>
      ) : null}
    </BlockStack>
  );
}
