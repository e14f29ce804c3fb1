import type { ChartAxis, ChartTable } from './chart';
import { ChartFrame } from './chart-frame';
import { percent } from './plot';
import { extent, niceDomain, niceTicks, place, type Domain } from './scale';

export interface IntervalRow {
  readonly name: string;
  /** Ends of the interval; null where there is none, drawn open. */
  readonly low: number | null;
  readonly high: number | null;
  /** The single figure within; null draws none. */
  readonly at: number | null;
  /** Nothing is known: no bar. */
  readonly isUnknown?: boolean;
  /** What it says, as a whole sentence, below the bar. */
  readonly words: string;
}

interface IntervalChartProps {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly IntervalRow[];
  readonly axis: ChartAxis;
  /** The value that all are compared with: no difference, a tolerance. */
  readonly mark: { readonly at: number; readonly label: string };
  /** What lies to the left and to the right of the mark. */
  readonly sides?: readonly [string, string];
  /** Whether names stand beside the bars; by default they do from two bars on. */
  readonly isNamed?: boolean;
  /** Bars end here, open, however far they reach. */
  readonly limits?: Domain;
  readonly table: ChartTable;
}

/** Ranges on one axis, a bar each, with a line at the value that they are compared with. */
export function IntervalChart(props: IntervalChartProps) {
  const { title, description, rows, axis, mark, sides, table } = props;
  const domain = axis.domain ?? domainOf(props);
  const ticks = axis.ticks ?? niceTicks(domain, 4);
  const isNamed = props.isNamed ?? rows.length > 1;
  return (
    <ChartFrame title={title} description={description} table={table} isEmpty={rows.length === 0}>
      <div className="larder-intervals" data-named={isNamed || undefined}>
        <div className="larder-intervals__head" aria-hidden="true">
          <span
            className="larder-intervals__mark-word"
            style={{ insetInlineStart: percent(place(mark.at, domain)) }}
          >
            {mark.label}
          </span>
        </div>
        <ul>
          {rows.map((row) => (
            <li key={row.name}>
              {isNamed ? <span className="larder-intervals__name">{row.name}</span> : null}
              <IntervalBar row={row} domain={domain} markAt={mark.at} />
              {isNamed ? <span className="larder-intervals__words">{row.words}</span> : null}
            </li>
          ))}
        </ul>
        <div className="larder-intervals__ticks" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: percent(place(tick, domain)) }}>
              {axis.format(tick)}
            </span>
          ))}
        </div>
        {sides ? (
          <div className="larder-intervals__sides" aria-hidden="true">
            <span>← {sides[0]}</span>
            <span>{sides[1]} →</span>
          </div>
        ) : null}
        {isNamed ? null : rows.map((row) => <p key={row.name}>{row.words}</p>)}
      </div>
    </ChartFrame>
  );
}

function IntervalBar({ row, domain, markAt }: { row: IntervalRow; domain: Domain; markAt: number }) {
  const low = row.low === null || row.low < domain.from ? null : row.low;
  const high = row.high === null || row.high > domain.to ? null : row.high;
  const start = low === null ? 0 : place(low, domain);
  const end = high === null ? 1 : place(high, domain);
  const side =
    row.low !== null && row.low > markAt
      ? 'above'
      : row.high !== null && row.high < markAt
        ? 'below'
        : 'across';
  return (
    <span className="larder-interval" aria-hidden="true">
      <span className="larder-interval__line" />
      {row.isUnknown ? null : (
        <span
          className="larder-interval__bar"
          data-side={side}
          data-open-start={low === null || undefined}
          data-open-end={high === null || undefined}
          style={{ insetInlineStart: percent(start), inlineSize: percent(Math.max(0, end - start)) }}
        />
      )}
      <span className="larder-interval__mark" style={{ insetInlineStart: percent(place(markAt, domain)) }} />
      {row.at === null ? null : (
        <span className="larder-interval__at" style={{ insetInlineStart: percent(place(row.at, domain)) }} />
      )}
    </span>
  );
}

/** Room on both sides of the mark, so that it is seen which side a bar lies on. */
function domainOf({ rows, mark, limits }: IntervalChartProps): Domain {
  const values = rows.flatMap(({ low, high, at }) => [low, high, at].filter((value) => value !== null));
  const { from, to } = extent([...values, mark.at]);
  const room = 0.15 * (to - from || 1);
  const wide = niceDomain({ from: Math.min(from, mark.at - room), to: Math.max(to, mark.at + room) });
  if (!limits) return wide;
  return { from: Math.max(limits.from, wide.from), to: Math.min(limits.to, wide.to) };
}
