import { Banner, Button, InlineStack, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { ComparisonView } from '../../results/page/results-view';
import { PageLink } from './page-link';
import { useFormats } from './use-formats';

interface WhichPageProps {
  readonly view: ComparisonView;
  /** The day that is shown, and the shop's today. */
  readonly on: string;
  readonly today: string;
  /** Address of exactly what is shown. */
  readonly link: string;
  readonly onGo: (to: { readonly on: string | null; readonly version: number | null }) => void;
}

/** Says when another day than today is shown. */
export function PastDay({ on, today, onGo }: Omit<WhichPageProps, 'view' | 'link'>) {
  const { day } = useFormats();
  if (on >= today) return null;
  return (
    <Banner
      tone="info"
      action={{ content: 'Back to today', onAction: () => onGo({ on: null, version: null }) }}
    >
      <p>You are looking at the page of {day(on)}.</p>
    </Banner>
  );
}

/** The way to another day, and to another version of the draw where there are several. */
export function WhichPage({ view, on, today, link, onGo }: WhichPageProps) {
  const { day, share } = useFormats();
  const [typed, setTyped] = useState(on);
  const { version, versions } = view;
  if (!version) return null;
  const first = versions.map((drawn) => drawn.startedOn).sort()[0] ?? today;
  const isShown = typed === on || typed < first || typed > today;
  const newest = Math.max(...versions.map((drawn) => drawn.version));
  return (
    <details className="larder-fold larder-no-print">
      <summary>
        {versions.length > 1 ? `Version ${version.version}. Another day or version` : 'Another day'}
      </summary>
      <InlineStack align="start" gap="300" blockAlign="end">
        <TextField
          label="Day"
          type="date"
          autoComplete="off"
          min={first}
          max={today}
          value={typed}
          onChange={setTyped}
        />
        <Button
          disabled={isShown}
          onClick={() =>
            onGo({
              on: typed === today ? null : typed,
              version: version.version === newest ? null : version.version,
            })
          }
        >
          Show this day
        </Button>
        {versions.length > 1 ? (
          <Select
            label="Version"
            options={versions.map((drawn) => ({
              value: String(drawn.version),
              label: `${drawn.version}: ${share(drawn.shareBp / 10_000)} without it, from ${day(drawn.startedOn)}`,
            }))}
            value={String(version.version)}
            onChange={(value) => onGo({ on: on < today ? on : null, version: Number(value) })}
          />
        ) : null}
        <PageLink link={link} />
      </InlineStack>
    </details>
  );
}
