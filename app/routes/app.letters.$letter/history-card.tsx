import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { LetterPart, VersionRef } from '../../mail/letter/version-ref';
import type { Answer } from '../../ui/answer';
import { formatInstant } from '../../ui/format-values';
import { Problem } from '../../ui/problem';

interface Change extends VersionRef {
  /** ISO instant. */
  readonly at: string;
  readonly isReset: boolean;
}

interface HistoryCardProps {
  readonly changes: readonly Change[];
  readonly timeZone: string;
  readonly answer: Answer | null;
  readonly isBusy: boolean;
  readonly onRestore: (version: VersionRef) => void;
}

const PARTS: Readonly<Record<LetterPart, string>> = {
  en: 'English words',
  de: 'German words',
  fr: 'French words',
  es: 'Spanish words',
  it: 'Italian words',
  nl: 'Dutch words',
  blocks: 'Blocks',
};

/** Every version that was kept, newest first; each but the present ones can be brought back. */
export function HistoryCard({ changes, timeZone, answer, isBusy, onRestore }: HistoryCardProps) {
  const isPresent = ({ part, version }: Change) =>
    changes.every((other) => other.part !== part || other.version <= version);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          History
        </Text>
        <Problem answer={answer} />
        {changes.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing yet: these are Larder’s words.
          </Text>
        ) : null}
        {changes.map((change) => (
          <InlineStack
            key={`${change.part}-${change.version}`}
            align="space-between"
            blockAlign="center"
            gap="200"
          >
            <BlockStack>
              <Text as="span">
                {PARTS[change.part]}: {change.isReset ? 'back to Larder’s' : `version ${change.version}`}
              </Text>
              <Text as="span" tone="subdued">
                {formatInstant(change.at, timeZone)}
              </Text>
            </BlockStack>
            {isPresent(change) ? (
              <Text as="span" tone="subdued">
                In use
              </Text>
            ) : (
              <Button
                size="slim"
                disabled={isBusy}
                onClick={() => onRestore({ part: change.part, version: change.version })}
                accessibilityLabel={`Bring back ${PARTS[change.part]}, version ${change.version}`}
              >
                Bring back
              </Button>
            )}
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
