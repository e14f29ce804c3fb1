import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { ComparisonView, HarmView } from '../../../results/page/results-view';
import { HARM_WORDS } from '../../../harm-words';
import { Explained } from './explained';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

const titleOf = (kind: HarmView['kind']) => HARM_WORDS[kind].replace(/^./, (first) => first.toUpperCase());

const STATES = {
  within: { tone: 'success', words: 'Within' },
  open: { tone: undefined, words: 'Not known yet' },
  beyond: { tone: 'critical', words: 'Beyond' },
} as const;

/** Pages kept before it was asked were of a time in which no complaint could be heard. */
const isUnheard = (harm: HarmView) => !(harm.isHeard ?? (harm.kind !== 'complained' || harm.hits > 0));

const UNHEARD = ['Cannot be heard', '–', '–', '–', '–'];

/** What shoppers turned down, against what the merchant tolerates. */
export function HarmsSection({ view }: { view: ComparisonView }) {
  const { number, share } = useFormats();
  if (view.harms.length === 0) return null;
  return (
    <Section
      title="Did it bother anyone"
      intro={
        view.of === 'larder'
          ? 'What shoppers turned down. A module that is clearly above what you tolerate is paused by itself.'
          : 'What shoppers turned down. When it is clearly above what you tolerate, Larder pauses the module and tells you.'
      }
      table="harms"
    >
      <BlockStack gap="400">
        <ResultGrid
          caption="What shoppers turned down, against what is tolerated"
          columns={[
            { head: 'What happened', label: 'What happened' },
            { head: 'Shoppers', label: 'Shoppers' },
            { head: 'Share', label: 'Share' },
            { head: <Explained word="range">Range</Explained>, label: 'Range' },
            { head: <Explained word="tolerance" />, label: 'Tolerated' },
            { head: 'State', label: 'State' },
          ]}
          rows={view.harms.map((harm) => ({
            key: harm.kind,
            head: titleOf(harm.kind),
            cells: isUnheard(harm)
              ? UNHEARD
              : [
                  `${number(harm.hits)} of ${number(harm.persons)}`,
                  harm.rate === null ? '–' : share(harm.rate),
                  `${share(harm.lower)} to ${share(harm.upper)}`,
                  harm.tolerance >= 1 ? 'Set by module' : `up to ${share(harm.tolerance)}`,
                  harm.tolerance >= 1 ? (
                    '–'
                  ) : (
                    <Badge key="state" tone={STATES[harm.state].tone}>
                      {STATES[harm.state].words}
                    </Badge>
                  ),
                ],
          }))}
        />
        {view.harms.some(isUnheard) ? (
          <Text as="p">
            Nobody can tell Larder that a mail was reported as spam: no way for such reports is set up. That
            none was heard says nothing. Whoever runs Larder for you can set one up (MAIL_RETURN_ in its
            settings).
          </Text>
        ) : null}
        {view.harms.some((harm) => harm.isAboveControl) ? (
          <InlineStack align="start" gap="200">
            <Text as="p">
              {view.harms
                .filter((harm) => harm.isAboveControl)
                .map((harm) => titleOf(harm.kind))
                .join(' and ')}
              : clearly more than in the group without it.
            </Text>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Section>
  );
}
