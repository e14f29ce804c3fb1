import { Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { ExportIcon } from '@shopify/polaris-icons';
import { createContext, useContext, type ReactNode } from 'react';
import type { TableName } from '../../../results/page/comparison-tables';
import type { Export } from '../use-export';

/** Fetches a table as CSV; null where there is nowhere to fetch it from. */
const ExportContext = createContext<Export | null>(null);
export const ExportProvider = ExportContext.Provider;

interface SectionProps {
  readonly title: string;
  /** What the section answers, in one sentence. */
  readonly intro?: ReactNode;
  /** A word beside the title, such as `Exploratory`. */
  readonly badge?: ReactNode;
  /** Which table the CSV button fetches. */
  readonly table?: TableName;
  readonly children: ReactNode;
}

/** One question of the page with its answer. */
export function Section({ title, intro, badge, table, children }: SectionProps) {
  const exporting = useContext(ExportContext);
  return (
    <div className="larder-section">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
              <InlineStack align="start" gap="200" blockAlign="center">
                <Text as="h2" variant="headingMd">
                  {title}
                </Text>
                {badge}
              </InlineStack>
              {table && exporting ? (
                <span className="larder-no-print">
                  <Button
                    variant="tertiary"
                    size="slim"
                    icon={ExportIcon}
                    accessibilityLabel={`Export ${title} as CSV`}
                    onClick={() => exporting.onExport(table)}
                  >
                    CSV
                  </Button>
                </span>
              ) : null}
            </InlineStack>
            {table && exporting?.failed === table ? (
              <Banner tone="critical">
                <p>The table could not be fetched. Try again in a moment.</p>
              </Banner>
            ) : null}
            {intro ? (
              <Text as="p" tone="subdued">
                {intro}
              </Text>
            ) : null}
          </BlockStack>
          {children}
        </BlockStack>
      </Card>
    </div>
  );
}
