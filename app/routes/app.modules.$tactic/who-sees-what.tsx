import { BlockStack, Card, Link, List, Text } from '@shopify/polaris';
import type { Shares } from '../../tactics/load-shares.server';
import type { TacticAbout, TacticName } from '../../tactics/tactic';
import { formatBasisPoints } from '../../ui/format-values';

interface WhoSeesWhatProps {
  readonly tactic: Pick<TacticAbout, 'otherwise' | 'limit' | 'shoppersCan'> & { readonly name: TacticName };
  readonly shares: Shares;
}

/** The guardrails, in the words of the shop. */
export function WhoSeesWhat({ tactic, shares }: WhoSeesWhatProps) {
  const isFollowUp = tactic.name === 'follow-up';
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          Who sees what
        </Text>
        <List gap="extraTight">
          <List.Item>{tactic.otherwise}</List.Item>
          <List.Item>{tactic.limit}</List.Item>
          <List.Item>
            {formatBasisPoints(shares.holdoutBp)} of shoppers{' '}
            {isFollowUp
              ? 'are held out of Larder: they get the general letter as well.'
              : 'never see anything of Larder, so that its effect can be measured.'}
          </List.Item>
          <List.Item>
            {formatBasisPoints(shares.controlBp)} of the others{' '}
            {isFollowUp ? 'get the general letter too' : 'do not see this module'}, so that it can be measured
            alone.
          </List.Item>
          {tactic.shoppersCan.map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
        <Link url={`/app/results?of=${tactic.name}`}>See results and change these shares</Link>
      </BlockStack>
    </Card>
  );
}
