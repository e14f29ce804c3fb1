import { Badge } from '@shopify/polaris';
import type { VerdictState } from '../../../results/page/results-view';

const BADGES = {
  'never-on': { tone: undefined, words: 'Never on' },
  collecting: { tone: 'info', words: 'Collecting' },
  unclear: { tone: 'attention', words: 'Unclear' },
  helps: { tone: 'success', words: 'Helps' },
  hurts: { tone: 'critical', words: 'Hurts' },
  broken: { tone: 'critical', words: 'Broken' },
} as const;

/** A verdict's state, in a word. */
export function VerdictBadge({ state }: { state: VerdictState }) {
  const { tone, words } = BADGES[state];
  return <Badge tone={tone}>{words}</Badge>;
}
