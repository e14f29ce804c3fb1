import type { ComparisonView } from '../../../results/page/results-view';
import { ABOUT } from '../words/compared';
import { Explained } from './explained';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** From here on a difference is worth a word; the share of it that is chance is what `p` bounds. */
const DIFFERS_BELOW = 0.05;

/** Further things that were counted. None of them makes the verdict. */
export function SecondarySection({ view }: { view: ComparisonView }) {
  const { number, share } = useFormats();
  const { groups } = ABOUT[view.of];
  if (view.secondary.length === 0) return null;
  const cell = (count: { readonly hits: number; readonly persons: number } | null) =>
    count === null || count.persons === 0
      ? '–'
      : `${share(count.hits / count.persons)} (${number(count.hits)} of ${number(count.persons)})`;
  return (
    <Section title="Also counted" intro="None of this makes the verdict." table="secondary">
      <ResultGrid
        caption="Further things that were counted"
        columns={[
          { head: 'What', label: 'What' },
          { head: groups.treated, label: groups.treated },
          { head: groups.control, label: groups.control },
          { head: 'Do they differ?', label: 'Do they differ?' },
        ]}
        rows={view.secondary.map(({ metric, treated, control, p }) => ({
          key: metric,
          head: <Explained word={metric} />,
          cells: [
            cell(treated),
            cell(control),
            p === null ? 'Cannot be compared' : p <= DIFFERS_BELOW ? 'Yes' : 'Not known',
          ],
        }))}
      />
    </Section>
  );
}
