import { Card, Page } from '@shopify/polaris';
import { EmptyNote } from '../../../ui/empty-note';
import { writeAddress } from '../address';
import type { OutcomeOf } from '../../../results/counting/outcomes';
import { useFormats } from '../use-formats';

interface NoPageProps {
  readonly of: OutcomeOf | null;
  readonly on: string;
  /** The nearest day that was kept. */
  readonly nearestOn: string | null;
}

/** A past day whose page was not kept. */
export function NoPage({ of, on, nearestOn }: NoPageProps) {
  const { day } = useFormats();
  const address = writeAddress({ of, on: nearestOn, version: null });
  return (
    <Page title="Results" backAction={{ content: 'Back to today', url: '/app/results' }}>
      <Card>
        <EmptyNote
          title={`There is no page of ${day(on)}`}
          words="Larder keeps the page of each day at its end, from the first day on which a module was on."
          action={
            nearestOn
              ? { words: `Show ${day(nearestOn)}`, url: `/app/results${address}` }
              : { words: 'Back to today', url: '/app/results' }
          }
        />
      </Card>
    </Page>
  );
}
