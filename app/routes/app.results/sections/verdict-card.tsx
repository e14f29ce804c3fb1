import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import type { ComparisonView, VerdictView } from '../../../results/page/results-view';
import type { TacticState } from '../../../tactics/tactic';
import { TacticBadge } from '../../../ui/tactic-badge';
import { ABOUT, whoIsCompared } from '../words/compared';
import { tooSmallWords } from './time-section';
import { useFormats } from '../use-formats';
import { VerdictBadge } from './verdict-badge';
import { whatToDo } from '../words/what-to-do';

interface VerdictCardProps {
  readonly view: ComparisonView;
  readonly state: TacticState;
  /** The day that is shown. */
  readonly on: string;
  /** A day that is over: nothing can be done about it any more, and the switch of today is not that day's. */
  readonly isPast: boolean;
  readonly isBusy: boolean;
  readonly onSwitchOff: () => void;
}

/** The answer: what was found, in a sentence, and what to do about it. */
export function VerdictCard({ view, state, on, isPast, isBusy, onSwitchOff }: VerdictCardProps) {
  const { verdict, version } = view;
  const formats = useFormats();
  const { day, share } = formats;
  const tooSmall =
    verdict.state === 'collecting' || verdict.state === 'unclear' ? tooSmallWords(view.time, formats) : null;
  const toDo = whatToDo(view, { state: isPast ? 'on' : state, on }, day);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <InlineStack align="start" gap="200" blockAlign="center">
            <VerdictBadge state={verdict.state} />
            {view.of === 'larder' || isPast ? null : <TacticBadge state={state} />}
          </InlineStack>
          <Text as="h2" variant="headingLg">
            {withoutState(verdict)}
          </Text>
          {verdict.state === 'collecting' ? <Progress view={view} /> : null}
          {version ? (
            <Text as="p" tone="subdued">
              {whoIsCompared(view.of, share(version.shareBp / 10_000))} Counted since {day(version.startedOn)}
              .
            </Text>
          ) : null}
        </BlockStack>
        <Box background="bg-surface-secondary" padding="400" borderRadius="200">
          <InlineStack align="space-between" blockAlign="center" gap="400">
            <div className="larder-todo">
              <Text as="p" variant="bodySm" tone="subdued">
                {isPast ? 'What to do, as of that day' : 'What to do now'}
              </Text>
              <Text as="p" variant="headingMd">
                {toDo.now}
              </Text>
              <Text as="p">{toDo.then}</Text>
              {tooSmall ? <Text as="p">{tooSmall}</Text> : null}
            </div>
            {toDo.action && !isPast ? (
              <span className="larder-no-print">
                {'does' in toDo.action ? (
                  <Button tone="critical" variant="primary" onClick={onSwitchOff} loading={isBusy}>
                    {toDo.action.words}
                  </Button>
                ) : (
                  <Button
                    url={toDo.action.url}
                    variant={verdict.state === 'never-on' ? 'primary' : undefined}
                  >
                    {toDo.action.words}
                  </Button>
                )}
              </span>
            ) : null}
          </InlineStack>
        </Box>
      </BlockStack>
    </Card>
  );
}

function Progress({ view }: { view: ComparisonView }) {
  const { number } = useFormats();
  const { has, needs } = view.verdict;
  const { ones } = ABOUT[view.of];
  const open = Math.min(view.treated.conversions, view.control.conversions);
  return (
    <div className="larder-progress">
      <ProgressBar
        progress={Math.min(100, (has / needs) * 100)}
        size="small"
        animated={false}
        ariaLabelledBy="verdict-progress"
      />
      <span id="verdict-progress">
        {number(has)} of {number(needs)} {ones}
        {open > has
          ? `. ${number(open)} have come; each counts once the time of its shopper is over.`
          : ' in the smaller group'}
      </span>
    </div>
  );
}

/** The badge beside it says the state already. */
function withoutState({ sentence }: VerdictView): string {
  const rest = sentence.replace(/^[A-Z][a-z]+: /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
