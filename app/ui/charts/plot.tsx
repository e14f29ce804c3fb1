import type { ReactNode } from 'react';
import type { ChartMark, ChartSpan } from './chart';
import { labelRows, place, type Domain } from './scale';

/** Side of the drawing's own square of units, stretched over whatever room there is. */
export const UNITS = 1000;

export interface PlotAxis {
  readonly label: string;
  readonly format: (value: number) => string;
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

interface PlotProps {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly marks?: readonly ChartMark[];
  readonly spans?: readonly ChartSpan[];
  /** As tall as one row of points, without an upright axis. */
  readonly isFlat?: boolean;
  /** Shapes in UNITS, from the upper left. */
  readonly shapes: ReactNode;
  /** What lies on top as HTML: points that can be chosen. */
  readonly children?: ReactNode;
}

/** Width of a letter on a phone, as a share of the plot: labels that would touch there take rows of their own. */
const LETTER_SHARE = 0.024;

export const across = (value: number, axis: PlotAxis): number => place(value, axis.domain) * UNITS;
export const down = (value: number, axis: PlotAxis): number => (1 - place(value, axis.domain)) * UNITS;

/** A plot that takes any width without measuring it: lines are a stretched SVG, words are HTML at shares of its box. */
export function Plot({ x, y, marks = [], spans = [], isFlat = false, shapes, children }: PlotProps) {
  const labelled = [
    ...spans.map(({ from, to, label }) => ({ at: place((from + to) / 2, x.domain), label })),
    ...marks.filter((mark) => mark.axis === 'x').map(({ at, label }) => ({ at: place(at, x.domain), label })),
  ];
  const rows = labelRows(labelled.map(({ at, label }) => ({ at, width: (label.length + 1) * LETTER_SHARE })));
  return (
    <div className={isFlat ? 'larder-plot larder-plot--flat' : 'larder-plot'} dir="ltr">
      {isFlat ? null : (
        <p className="larder-plot__y-label" aria-hidden="true">
          {y.label}
        </p>
      )}
      {labelled.length > 0 ? (
        <div
          className="larder-plot__labels"
          aria-hidden="true"
          style={{ blockSize: `${(Math.max(...rows) + 1) * 1.25}rem` }}
        >
          {labelled.map(({ at, label }, i) => (
            <span
              key={`${label}${at}`}
              style={{ ...centred(at), insetBlockEnd: `${(rows[i] ?? 0) * 1.25}rem` }}
            >
              {label}
            </span>
          ))}
        </div>
      ) : null}
      <div className="larder-plot__area">
        <svg viewBox={`0 0 ${UNITS} ${UNITS}`} preserveAspectRatio="none" aria-hidden="true">
          {spans.map(({ from, to, label }) => (
            <rect
              key={label}
              className="larder-plot__span"
              x={across(from, x)}
              width={Math.max(2, across(to, x) - across(from, x))}
              y={0}
              height={UNITS}
            />
          ))}
          {y.ticks.map((tick) => (
            <path key={tick} className="larder-plot__grid" d={`M0 ${down(tick, y)}H${UNITS}`} />
          ))}
          {marks.map((mark) => (
            <path
              key={`${mark.axis}${mark.at}`}
              className="larder-plot__mark"
              d={mark.axis === 'x' ? `M${across(mark.at, x)} 0V${UNITS}` : `M0 ${down(mark.at, y)}H${UNITS}`}
            />
          ))}
          {shapes}
          <path className="larder-plot__axis" d={`M0 ${UNITS}H${UNITS}`} />
        </svg>
        <YWords y={y} marks={marks} />
        {children}
      </div>
      <div className="larder-plot__x" aria-hidden="true">
        {x.ticks.map((tick) => (
          <span key={tick} style={centred(place(tick, x.domain))}>
            {x.format(tick)}
          </span>
        ))}
      </div>
      <p className="larder-plot__x-label" aria-hidden="true">
        {x.label}
      </p>
    </div>
  );
}

function YWords({ y, marks }: { y: PlotAxis; marks: readonly ChartMark[] }) {
  return (
    <div aria-hidden="true">
      {y.ticks.map((tick) => (
        <span key={tick} className="larder-plot__y" style={{ insetBlockEnd: percent(place(tick, y.domain)) }}>
          {y.format(tick)}
        </span>
      ))}
      {marks
        .filter((mark) => mark.axis === 'y')
        .map(({ at, label }) => (
          <span
            key={at}
            className="larder-plot__line-word"
            style={{ insetBlockEnd: percent(place(at, y.domain)) }}
          >
            {label}
          </span>
        ))}
    </div>
  );
}

/** Centred on its place, but kept inside the box near its ends. */
function centred(at: number) {
  const back = at < 0.15 ? 0 : at > 0.85 ? 100 : 50;
  return { insetInlineStart: percent(at), translate: `-${back}%` };
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
