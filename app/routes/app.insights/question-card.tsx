import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface QuestionCardProps {
  readonly question: string;
  /** The answer in a sentence. */
  readonly answer: string;
  /** How it was counted. */
  readonly note: string;
  readonly children?: ReactNode;
}

/** A question, its answer in a sentence, the counts, and how they came about. */
export function QuestionCard({ question, answer, note, children }: QuestionCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {question}
        </Text>
        <Text as="p">{answer}</Text>
        {children}
        <Text as="p" tone="subdued">
          {note}
        </Text>
      </BlockStack>
    </Card>
  );
}
