import type { ChartAxis, ChartMark } from './chart';
import { ChartFrame } from './chart-frame';
import { ChartPoints } from './chart-points';
import { lookOf } from './looks';
import { across, down, Plot, UNITS, type PlotAxis } from './plot';
import { niceDomain, niceTicks } from './scale';
import { useChosenPoint } from './use-chosen-point';

export interface ChartBar {
  /** A bar stands on [from, to) of the lying axis. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Its head in the table, and the whole sentence that is read out. */
  readonly label: string;
  readonly words: string;
}

interface BarChartProps {
  readonly title: string;
  readonly description: string;
  /** Ascending, side by side. */
  readonly bars: readonly ChartBar[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly marks?: readonly ChartMark[];
}

/** Counts over stretches of a number or of days: a histogram. Bars stand on zero. */
export function BarChart({ title, description, bars, x: xAxis, y: yAxis, marks }: BarChartProps) {
  const choice = useChosenPoint([bars.length]);
  const ends = { from: bars[0]?.from ?? 0, to: bars.at(-1)?.to ?? 1 };
  const x: PlotAxis = { ...xAxis, domain: ends, ticks: xAxis.ticks ?? niceTicks(ends) };
  const tallest = niceDomain({ from: 0, to: Math.max(1, ...bars.map((bar) => bar.value)) });
  // Counts have no halves.
  const y: PlotAxis = { ...yAxis, domain: tallest, ticks: niceTicks(tallest).filter(Number.isInteger) };
  const points = bars.map((bar) => ({ x: (bar.from + bar.to) / 2, y: bar.value, words: bar.words }));
  const chosen = choice.chosen?.point;
  return (
    <ChartFrame
      title={title}
      description={description}
      said={chosen === undefined ? null : (bars[chosen]?.words ?? null)}
      table={{
        columns: [xAxis.label, yAxis.label],
        rows: bars.map((bar) => [bar.label, yAxis.format(bar.value)]),
      }}
      isEmpty={bars.length === 0}
    >
      <Plot
        x={x}
        y={y}
        marks={marks}
        shapes={bars.map((bar, i) => {
          const width = across(bar.to, x) - across(bar.from, x);
          return (
            <rect
              key={bar.from}
              className="larder-plot__bar"
              data-chosen={chosen === i || undefined}
              fill={lookOf(0).ink}
              x={across(bar.from, x) + 0.1 * width}
              width={0.8 * width}
              y={down(bar.value, y)}
              height={UNITS - down(bar.value, y)}
            />
          );
        })}
      >
        <ChartPoints
          title={title}
          series={[{ name: '', points }]}
          x={x}
          y={y}
          markersUpTo={0}
          choice={choice}
        />
      </Plot>
    </ChartFrame>
  );
}
