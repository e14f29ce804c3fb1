import { Badge } from '@shopify/polaris';

const BADGES = {
  on: { tone: 'success', words: 'On' },
  off: { tone: undefined, words: 'Off' },
  paused: { tone: 'attention', words: 'Paused' },
} as const;

/** A module's switch, in a word. */
export function TacticBadge({ state }: { state: keyof typeof BADGES }) {
  const { tone, words } = BADGES[state];
  return <Badge tone={tone}>{words}</Badge>;
}
