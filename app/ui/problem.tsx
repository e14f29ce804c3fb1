import { Banner } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import type { Answer } from './answer';

/** Why the last press did nothing. It stays until the next one, beside what was pressed, and comes into view by itself. */
export function Problem({ answer }: { readonly answer: Answer | null | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [answer?.at]);
  if (!answer?.problem) return null;
  return (
    <div ref={place}>
      <Banner tone="critical">
        <p>{answer.problem}</p>
      </Banner>
    </div>
  );
}
