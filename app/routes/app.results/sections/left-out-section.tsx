import { Text } from '@shopify/polaris';
import type { ComparisonView } from '../../../results/page/results-view';
import { leftOutRows } from '../words/left-out-words';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

export function LeftOutSection({ view }: { view: ComparisonView }) {
  const rows = leftOutRows(view.leftOut, useFormats());
  return (
    <Section title="What was left out" table={rows.length > 0 ? 'left-out' : undefined}>
      {rows.length === 0 ? (
        <Text as="p" tone="subdued">
          Nothing.
        </Text>
      ) : (
        <ResultGrid
          caption="What is not in the counts, and why"
          columns={[
            { head: 'What', label: 'What' },
            { head: 'How many', label: 'How many' },
            { head: 'Why', label: 'Why', isText: true },
          ]}
          rows={rows.map(({ key, what, why, howMany }) => ({ key, head: what, cells: [howMany, why] }))}
        />
      )}
    </Section>
  );
}
