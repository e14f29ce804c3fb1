import type { ChartAxis, ChartMark, ChartPoint, ChartSeries, ChartSpan, ChartTable } from './chart';
import { ChartFrame } from './chart-frame';
import { ChartPoints } from './chart-points';
import { lookOf } from './looks';
import { across, down, Plot, type PlotAxis } from './plot';
import { extent, niceDomain, niceTicks } from './scale';
import { useChosenPoint } from './use-chosen-point';

interface LineChartProps {
  readonly title: string;
  readonly description: string;
  /** At most three: more cannot be told apart without colour. */
  readonly series: readonly ChartSeries[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** `step`: a value holds until the next point. */
  readonly shape?: 'line' | 'step';
  readonly marks?: readonly ChartMark[];
  readonly spans?: readonly ChartSpan[];
  /** Default: one column for each series, one row for each value of `x`. */
  readonly table?: ChartTable;
}

/** Lines or steps over a number or a day, with intervals, marks and spans where there are some. */
export function LineChart(props: LineChartProps) {
  const { title, description, series, shape = 'line', marks, spans } = props;
  const choice = useChosenPoint(series.map(({ points }) => points.length));
  const all = series.flatMap(({ points }) => points);
  const x = lying(props.x, all);
  const y = upright(props.y, all, marks);
  const { chosen } = choice;
  return (
    <ChartFrame
      title={title}
      description={description}
      names={series.map(({ name }) => name)}
      said={chosen ? said(series, chosen) : null}
      table={props.table ?? tableOf(series, props)}
      isEmpty={all.length === 0}
    >
      <Plot
        x={x}
        y={y}
        marks={marks}
        spans={spans}
        shapes={series.map(({ name, points }, i) => (
          <SeriesShape key={name} points={points} x={x} y={y} shape={shape} index={i} />
        ))}
      >
        <ChartPoints title={title} series={series} x={x} y={y} choice={choice} />
      </Plot>
    </ChartFrame>
  );
}

function SeriesShape(props: {
  points: readonly ChartPoint[];
  x: PlotAxis;
  y: PlotAxis;
  shape: 'line' | 'step';
  index: number;
}) {
  const { points, x, y, shape, index } = props;
  const { ink, dash } = lookOf(index);
  const to = (pick: (point: ChartPoint) => number) =>
    points.map((point) => [across(point.x, x), down(pick(point), y)] as const);
  const low = to((point) => point.low ?? point.y);
  const high = to((point) => point.high ?? point.y);
  const hasInterval = points.some((point) => point.low !== undefined);
  return (
    <>
      {hasInterval ? (
        <>
          <path
            className="larder-plot__interval"
            style={{ color: ink }}
            d={`${path(high, shape)}L${path([...low].reverse(), shape === 'step' ? 'step-back' : shape).slice(1)}Z`}
          />
          <path className="larder-plot__bound" stroke={ink} d={path(low, shape)} />
          <path className="larder-plot__bound" stroke={ink} d={path(high, shape)} />
        </>
      ) : null}
      <path
        className="larder-plot__line"
        stroke={ink}
        strokeDasharray={dash}
        d={path(
          to((point) => point.y),
          shape,
        )}
      />
    </>
  );
}

function path(places: readonly (readonly [number, number])[], shape: 'line' | 'step' | 'step-back'): string {
  return places
    .map(([x, y], i) => {
      if (i === 0) return `M${fine(x)} ${fine(y)}`;
      if (shape === 'step') return `H${fine(x)}V${fine(y)}`;
      if (shape === 'step-back') return `V${fine(y)}H${fine(x)}`;
      return `L${fine(x)} ${fine(y)}`;
    })
    .join('');
}

const fine = (value: number) => Math.round(value * 10) / 10;

export function lying(axis: ChartAxis, points: readonly { readonly x: number }[]): PlotAxis {
  const domain = axis.domain ?? extent(points.map((point) => point.x));
  return { ...axis, domain, ticks: axis.ticks ?? niceTicks(domain) };
}

function upright(axis: ChartAxis, points: readonly ChartPoint[], marks: readonly ChartMark[] = []): PlotAxis {
  const values = points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]);
  const marked = marks.filter((mark) => mark.axis === 'y').map((mark) => mark.at);
  const domain = axis.domain ?? niceDomain(extent([...values, ...marked]));
  return { ...axis, domain, ticks: axis.ticks ?? niceTicks(domain) };
}

function said(series: readonly ChartSeries[], chosen: { series: number; point: number }): string | null {
  const line = series[chosen.series];
  const words = line?.points[chosen.point]?.words;
  if (!line || words === undefined) return null;
  return series.length > 1 ? `${line.name}. ${words}` : words;
}

function tableOf(series: readonly ChartSeries[], axes: { x: ChartAxis; y: ChartAxis }): ChartTable {
  const values = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort(
    (a, b) => a - b,
  );
  const lookUp = series.map(({ points }) => new Map(points.map((point) => [point.x, point])));
  const cell = (point: ChartPoint | undefined) => {
    if (!point) return '–';
    const { low, high } = point;
    const between =
      low === undefined || high === undefined ? '' : ` (${axes.y.format(low)} to ${axes.y.format(high)})`;
    return `${axes.y.format(point.y)}${between}`;
  };
  return {
    columns: [axes.x.label, ...series.map(({ name }) => name)],
    rows: values.map((value) => [axes.x.format(value), ...lookUp.map((points) => cell(points.get(value)))]),
  };
}
