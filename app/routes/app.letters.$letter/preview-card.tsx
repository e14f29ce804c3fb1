import { Banner, BlockStack, Button, ButtonGroup, Card, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { inDark } from '../../mail/letter/in-dark';
import type { LetterPreview, Sample } from './use-letter-preview';

interface PreviewCardProps {
  readonly preview: LetterPreview;
  /** Whether it can be shown with what a planned reminder is about. */
  readonly hasReminders: boolean;
}

const WAYS = { desktop: 'Desktop', phone: 'Phone', dark: 'Dark', text: 'Text' } as const;
type Way = keyof typeof WAYS;

const SAMPLES = [
  { value: 'products', label: 'Products of your shop' },
  { value: 'reminder', label: 'The next planned reminder, if there is one' },
];

/** The letter itself, in a frame that runs no script and follows no link. */
export function PreviewCard({ preview, hasReminders }: PreviewCardProps) {
  const [way, setWay] = useState<Way>('desktop');
  const { letter, problem, sample, setSample } = preview;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          Preview
        </Text>
        <ButtonGroup variant="segmented">
          {(Object.keys(WAYS) as Way[]).map((each) => (
            <Button key={each} pressed={way === each} onClick={() => setWay(each)}>
              {WAYS[each]}
            </Button>
          ))}
        </ButtonGroup>
        {hasReminders ? (
          <Select
            label="Shown with"
            options={SAMPLES}
            value={sample}
            onChange={(value) => setSample(value as Sample)}
          />
        ) : null}
        {problem ? (
          <Banner tone="warning">
            <p>{problem}</p>
          </Banner>
        ) : null}
        <Text as="p" breakWord>
          <Text as="span" tone="subdued">
            Subject:{' '}
          </Text>
          {letter.subject}
        </Text>
        {way === 'text' ? (
          <pre className="larder-letter-text">{letter.text}</pre>
        ) : (
          <iframe
            className={`larder-letter larder-letter--${way}`}
            title="Preview of the letter"
            srcDoc={way === 'dark' ? inDark(letter.html) : letter.html}
            sandbox=""
            tabIndex={-1}
          />
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          Dates and the discount are samples. Mail programs differ a little; send yourself a test to be sure.
        </Text>
      </BlockStack>
    </Card>
  );
}
