import { useId, type ReactNode } from 'react';
import type { ChartTable } from './chart';
import { lookOf } from './looks';

interface ChartFrameProps {
  readonly title: string;
  /** What it shows, in a sentence, for everybody. */
  readonly description: string;
  /** Names of the series, in the order of their looks; a single one needs no key. */
  readonly names?: readonly string[];
  /** What the chosen point says; null while none is; left out where there are no points to choose. */
  readonly said?: string | null;
  readonly table: ChartTable;
  /** What stands there while no point is chosen. */
  readonly hint?: string;
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

const HINT = 'Point at the chart, or use Tab and the arrow keys.';

/** What every chart has around it: title, description, key, what the chosen point says, and its data as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, names = [], said, table, hint = HINT, isEmpty = false, children } = props;
  const id = useId();
  return (
    <figure className="larder-chart" aria-labelledby={`${id}t`} aria-describedby={`${id}d`}>
      <figcaption>
        <h3 className="larder-chart__title" id={`${id}t`}>
          {title}
        </h3>
        <p className="larder-chart__description" id={`${id}d`}>
          {description}
        </p>
      </figcaption>
      {isEmpty ? (
        <p className="larder-chart__empty">There is nothing to draw yet.</p>
      ) : (
        <>
          {names.length > 1 ? <ChartKey names={names} /> : null}
          {children}
          {said === undefined ? null : (
            <p className="larder-chart__said" aria-hidden="true">
              {said ?? hint}
            </p>
          )}
          <TableDisclosure title={title} table={table} />
        </>
      )}
    </figure>
  );
}

function ChartKey({ names }: { names: readonly string[] }) {
  return (
    <ul className="larder-chart__key">
      {names.map((name, i) => {
        const { ink, dash, marker } = lookOf(i);
        return (
          <li key={name}>
            <svg width="28" height="10" aria-hidden="true">
              <path d="M0 5H28" stroke={ink} strokeWidth="2" strokeDasharray={dash} />
            </svg>
            <span
              className={`larder-marker larder-marker--${marker}`}
              style={{ color: ink }}
              aria-hidden="true"
            />
            {name}
          </li>
        );
      })}
    </ul>
  );
}

function TableDisclosure({ title, table }: { title: string; table: ChartTable }) {
  return (
    <details className="larder-chart__table">
      <summary>Show as table</summary>
      <div className="larder-chart__scroll" tabIndex={0} role="region" aria-label={`${title}: table`}>
        <table>
          <caption className="larder-hidden">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([head, ...cells]) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((cell, i) => (
                  <td key={table.columns[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
