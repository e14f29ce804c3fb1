import { BlockStack, Button, ButtonGroup, Card, List, Text } from '@shopify/polaris';
import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import type { Says } from '../app.consumables._index/overruling-form';
import { reasonLines, scoreWords } from '../app.consumables._index/verdict-words';
import { restWords } from './evidence-words';

type Verdict = Pick<ProductEvidence, 'holds' | 'modelSays' | 'merchantSays' | 'score' | 'evidence'>;

/** What holds, who says so and why, and the merchant's own word. */
export function VerdictCard({ evidence, onSay }: { evidence: Verdict; onSay: (says: Says) => void }) {
  const { merchantSays, modelSays } = evidence;
  const rests = restWords(evidence.evidence);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {headline(evidence)}
        </Text>
        <Text as="p" tone="subdued">
          {merchantSays === null
            ? `Larder gives it a score of ${scoreWords(evidence.score)}. Above 50% it counts as a consumable.`
            : `Larder’s own score is ${scoreWords(evidence.score)}: it would ${modelSays ? '' : 'not '}count it as one. Your word beats ours.`}
        </Text>
        <List>
          {reasonLines(evidence.evidence).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {rests === null ? null : <Text as="p">{rests}</Text>}
        <ButtonGroup>
          {merchantSays === true || (merchantSays === null && modelSays) ? null : (
            <Button onClick={() => onSay('yes')}>Count as a consumable</Button>
          )}
          {merchantSays === false || (merchantSays === null && !modelSays) ? null : (
            <Button onClick={() => onSay('no')}>Not a consumable</Button>
          )}
          {merchantSays === null ? null : <Button onClick={() => onSay('model')}>Let Larder decide</Button>}
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}

function headline({ holds, merchantSays }: Verdict): string {
  const what = holds ? 'a consumable' : 'not a consumable';
  return merchantSays === null ? `Larder finds that it is ${what}` : `You said it is ${what}`;
}
