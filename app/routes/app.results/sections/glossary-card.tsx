import { Card, BlockStack, Text } from '@shopify/polaris';
import { GLOSSARY } from '../words/glossary';

export function GlossaryCard() {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id="glossary">
          What the words mean
        </Text>
        <dl className="larder-glossary">
          {Object.values(GLOSSARY).map(({ title, words }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </BlockStack>
    </Card>
  );
}
