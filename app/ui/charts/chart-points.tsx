import type { PointerEvent } from 'react';
import { lookOf } from './looks';
import { percent, type PlotAxis } from './plot';
import { place } from './scale';
import type { Chosen, useChosenPoint } from './use-chosen-point';

interface PointAt {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

interface ChartPointsProps {
  /** Heading of the chart, named to whoever comes to its points. */
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly points: readonly PointAt[] }[];
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Above this many, markers show only where one is chosen. */
  readonly markersUpTo?: number;
  readonly choice: ReturnType<typeof useChosenPoint>;
}

/** The points of a chart as things that can be reached by keyboard, and by pointing near them. */
export function ChartPoints({ title, series, x, y, markersUpTo = 24, choice }: ChartPointsProps) {
  const { chosen, setChosen, box, onKeyDown, isInTabOrder } = choice;
  const nearest = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - left) / width, y: 1 - (event.clientY - top) / height };
    setChosen(nearestPoint(series, x, y, at));
  };
  return (
    <div
      ref={box}
      className="larder-plot__points"
      role="group"
      aria-label={`${title}: points. Use the arrow keys.`}
      onKeyDown={onKeyDown}
      onPointerMove={nearest}
      onPointerDown={nearest}
      onPointerLeave={() => setChosen(null)}
    >
      {series.map(({ name, points }, s) =>
        points.map((point, p) => {
          const here = { series: s, point: p };
          const isChosen = chosen?.series === s && chosen.point === p;
          const isQuiet = points.length > markersUpTo;
          return (
            <span
              key={`${s}-${p}`}
              data-point={`${s}-${p}`}
              className="larder-point"
              data-quiet={isQuiet || undefined}
              data-chosen={isChosen || undefined}
              role="img"
              tabIndex={isInTabOrder(here) ? 0 : -1}
              aria-label={series.length > 1 ? `${name}. ${point.words}` : point.words}
              onFocus={() => setChosen(here)}
              style={{
                insetInlineStart: percent(place(point.x, x.domain)),
                insetBlockEnd: percent(place(point.y, y.domain)),
                color: lookOf(s).ink,
              }}
            >
              <span className={`larder-marker larder-marker--${lookOf(s).marker}`} />
            </span>
          );
        }),
      )}
    </div>
  );
}

/** The point nearest to a place in the plot (shares of its box); what lies beside counts far more than what lies above. */
function nearestPoint(
  series: ChartPointsProps['series'],
  x: PlotAxis,
  y: PlotAxis,
  at: { readonly x: number; readonly y: number },
): Chosen | null {
  let best: Chosen | null = null;
  let least = Infinity;
  series.forEach(({ points }, s) =>
    points.forEach((point, p) => {
      const far = 10 * Math.abs(place(point.x, x.domain) - at.x) + Math.abs(place(point.y, y.domain) - at.y);
      if (far < least) [least, best] = [far, { series: s, point: p }];
    }),
  );
  return best;
}
