import type { ChartMark, ChartSpan } from './chart';
import { ChartFrame } from './chart-frame';
import { ChartPoints } from './chart-points';
import { Plot, type PlotAxis } from './plot';
import { dayTicks, extent } from './scale';
import { useChosenPoint } from './use-chosen-point';

export interface TimelineEvent {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Its head in the table, and the whole sentence that is read out. */
  readonly label: string;
  readonly what: string;
}

interface TimelineProps {
  readonly title: string;
  readonly description: string;
  readonly events: readonly TimelineEvent[];
  readonly formatDay: (day: number) => string;
  readonly marks?: readonly ChartMark[];
  readonly spans?: readonly ChartSpan[];
}

/** Share of the whole stretch left free on both sides. */
const MARGIN = 0.04;

/** What happened on which day, and what is expected: points on one line of days. */
export function Timeline({ title, description, events, formatDay, marks = [], spans = [] }: TimelineProps) {
  const choice = useChosenPoint([events.length]);
  const days = [
    ...events.map((event) => event.day),
    ...marks.map((mark) => mark.at),
    ...spans.flatMap(({ from, to }) => [from, to]),
  ];
  const { from, to } = extent(days);
  const margin = Math.max(1, (to - from) * MARGIN);
  const domain = { from: from - margin, to: to + margin };
  const x: PlotAxis = { label: '', format: formatDay, domain, ticks: dayTicks(domain, 5) };
  const y: PlotAxis = { label: '', format: String, domain: { from: 0, to: 1 }, ticks: [] };
  const points = events.map(({ day, label, what }) => ({ x: day, y: 0.5, words: `${label}: ${what}` }));
  const chosen = choice.chosen?.point;
  return (
    <ChartFrame
      title={title}
      description={description}
      said={chosen === undefined ? null : (points[chosen]?.words ?? null)}
      hint=""
      table={{ columns: ['Day', 'What'], rows: events.map(({ label, what }) => [label, what]) }}
      isEmpty={events.length === 0}
    >
      <Plot x={x} y={y} marks={marks} spans={spans} isFlat shapes={null}>
        <ChartPoints
          title={title}
          series={[{ name: '', points }]}
          x={x}
          y={y}
          markersUpTo={400}
          choice={choice}
        />
      </Plot>
    </ChartFrame>
  );
}
