import type { ReactNode } from 'react';

interface ResultGridProps {
  readonly caption: string;
  /** Heads of the columns; the first is that of the row heads. `label` stands beside the value on a phone. */
  readonly columns: readonly {
    readonly head: ReactNode;
    readonly label: string;
    /** Words rather than figures. */
    readonly isText?: boolean;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly head: ReactNode;
    readonly cells: readonly ReactNode[];
  }[];
}

/** A table of figures; on a phone each row becomes a block with its own labels. */
export function ResultGrid({ caption, columns, rows }: ResultGridProps) {
  return (
    <div className="larder-grid">
      <table>
        <caption className="larder-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, label, isText }) => (
              <th key={label} scope="col" data-text={isText}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td
                  key={columns[i + 1]?.label}
                  data-label={columns[i + 1]?.label}
                  data-text={columns[i + 1]?.isText}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
