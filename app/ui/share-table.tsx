import { formatNumber, formatShare } from './format-values';

export interface ShareRow {
  readonly key: string;
  readonly name: string;
  /** The part, of the whole. */
  readonly part: number;
  readonly whole: number;
  readonly note?: string;
}

interface ShareTableProps {
  readonly caption: string;
  readonly columns: { readonly name: string; readonly whole: string; readonly part: string };
  readonly rows: readonly ShareRow[];
}

/** Counts and shares. The bars repeat the shares for the eye; the numbers are beside them. */
export function ShareTable({ caption, columns, rows }: ShareTableProps) {
  const shareOf = (row: ShareRow): number => (row.whole === 0 ? 0 : row.part / row.whole);
  const highest = Math.max(...rows.map(shareOf));
  return (
    <div className="larder-table">
      <table>
        <caption className="larder-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.whole}</th>
            <th scope="col">{columns.part}</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                {row.note ? <span className="larder-aside"> {row.note}</span> : null}
              </th>
              <td data-label={columns.whole}>{formatNumber(row.whole)}</td>
              <td data-label={columns.part}>{formatNumber(row.part)}</td>
              <td data-label="Share">
                {formatShare(shareOf(row))}
                <span className="larder-bar larder-bar--treated" aria-hidden="true">
                  <span style={{ inlineSize: `${highest === 0 ? 0 : (shareOf(row) / highest) * 100}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
