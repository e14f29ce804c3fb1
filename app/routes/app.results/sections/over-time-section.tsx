import type { ComparisonView } from '../../../results/page/results-view';
import { LineChart } from '../../../ui/charts/line-chart';
import { dayTicks } from '../../../ui/charts/scale';
import { dayToIso } from '../../../shops/local-day';
import { ABOUT } from '../words/compared';
import { runningRates } from '../words/running-rates';
import { Section } from './section';
import { useFormats } from '../use-formats';
import { versionMarks } from '../words/version-marks';

/** Both groups by calendar day. */
export function OverTimeSection({ view }: { view: ComparisonView }) {
  return (
    <Section title="Over time" table="days">
      <CalendarChart view={view} />
    </Section>
  );
}

function CalendarChart({ view }: { view: ComparisonView }) {
  const { day, shortDay, number, share } = useFormats();
  const { groups, did } = ABOUT[view.of];
  const arms = (['treated', 'control'] as const).map((arm) => ({ arm, days: runningRates(view.days, arm) }));
  const all = arms[0]?.days ?? [];
  const from = all[0]?.day ?? 0;
  const to = all.at(-1)?.day ?? 0;
  return (
    <LineChart
      title="By calendar day"
      description={`Of all shoppers up to each day, how many had ${did} by then. The lines rise while shoppers still have time left; what counts is the gap. A dotted line marks a new version of the draw.`}
      series={arms.map(({ arm, days }) => ({
        name: groups[arm],
        points: days.flatMap(({ day: x, on, exposed, converted, rate }) =>
          rate === null
            ? []
            : [
                {
                  x,
                  y: rate,
                  words: `${day(on)}: ${share(rate)}, ${number(converted)} of ${number(exposed)} shoppers`,
                },
              ],
        ),
      }))}
      x={{
        label: 'Day',
        format: (value) => shortDay(dayToIso(value)),
        domain: { from, to },
        ticks: dayTicks({ from, to }),
      }}
      y={{ label: `Share that ${did}`, format: share }}
      marks={versionMarks(view.versions, from, to)}
      table={{
        columns: [
          'Day',
          `${groups.treated}: shoppers`,
          did,
          'share',
          `${groups.control}: shoppers`,
          `${did} (without)`,
          'share (without)',
        ],
        rows: all.map(({ on }, index) => [
          day(on),
          ...arms.flatMap(({ days }) => {
            const rateOfDay = days[index];
            return [
              number(rateOfDay?.exposed ?? 0),
              number(rateOfDay?.converted ?? 0),
              rateOfDay?.rate == null ? '–' : share(rateOfDay.rate),
            ];
          }),
        ]),
      }}
    />
  );
}
