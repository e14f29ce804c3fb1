import { BlockStack, Text } from '@shopify/polaris';
import type { ComparisonView, LiftView } from '../../../results/page/results-view';
import { IntervalChart } from '../../../ui/charts/interval-chart';
import { ABOUT } from '../words/compared';
import { Explained } from './explained';
import { LIFT_LIMITS, outward, spanWords } from '../words/lift-words';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** Below it the page says `at least`. */
const WHOLE_EFFECT = 0.99;

export function LiftSection({ view }: { view: ComparisonView }) {
  const { lift, verdict, of } = view;
  return (
    <Section title="How much it changed" table={lift ? 'lift' : undefined}>
      {lift ? (
        <LiftPicture lift={lift} of={of} />
      ) : (
        <Text as="p" tone="subdued">
          {verdict.state === 'broken'
            ? 'Not shown, because the two groups cannot be compared.'
            : `Not shown yet. Below ${verdict.needs} ${ABOUT[of].ones} in the smaller group a difference would mostly be chance.`}
        </Text>
      )}
    </Section>
  );
}

function LiftPicture({ lift, of }: { lift: LiftView; of: ComparisonView['of'] }) {
  const formats = useFormats();
  const { share, change } = formats;
  const { ones } = ABOUT[of];
  const isDimmed = lift.attenuation < WHOLE_EFFECT;
  const { lower, upper } = outward(lift);
  const range = spanWords(lift, ones, formats);
  return (
    <BlockStack gap="300">
      <IntervalChart
        title={`Difference between the groups`}
        description="The bar holds all differences that fit the counts; the dot is the best single guess."
        rows={[
          {
            name: 'Difference',
            low: lift.lower,
            high: lift.upper,
            at: lift.lift,
            words: `${isDimmed ? `At least: ${range}` : firstUpper(range)}. Best single guess: ${change(lift.lift)}.`,
          },
        ]}
        axis={{ label: 'Difference', format: change }}
        mark={{ at: 0, label: 'No difference' }}
        sides={[`fewer ${ones}`, `more ${ones}`]}
        limits={LIFT_LIMITS}
        table={{
          columns: ['', 'Lowest', 'Best single guess', 'Highest'],
          rows: [
            [
              'Difference',
              lower === null ? 'not known' : change(lower),
              change(lift.lift),
              upper === null ? 'not known' : change(upper),
            ],
          ],
        }}
      />
      <Text as="p" tone="subdued">
        The <Explained word="range">range</Explained> of the <Explained word="lift">difference</Explained>{' '}
        {lift.rests === 'review'
          ? `is that of the review: one look, made to hold the truth ${oddsWords(lift.confidence)}.`
          : `is made to hold the truth ${oddsWords(lift.confidence)}, however often you look.`}
        {isDimmed ? (
          <>
            {' '}
            Some people were <Explained word="crossed">in both groups</Explained>, which hides about{' '}
            {share(1 - lift.attenuation)} of the effect.
          </>
        ) : null}
      </Text>
    </BlockStack>
  );
}

function oddsWords(confidence: number): string {
  return `${Math.round(confidence * 100)} times in 100`;
}

function firstUpper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
