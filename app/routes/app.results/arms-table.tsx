import type { ArmName, ResultCounts } from '../../results/count-arms';
import { formatNumber, formatShare } from '../../ui/format-values';

interface ArmsTableProps {
  readonly caption: string;
  readonly arms: Readonly<Record<ArmName, string>>;
  readonly counts: ResultCounts;
}

/** Counts by arm. The bars repeat the rates for the eye; the numbers are beside them. */
export function ArmsTable({ caption, arms, counts }: ArmsTableProps) {
  const rows = [counts.treated, counts.control];
  const highest = Math.max(...rows.map((row) => row.rate ?? 0));
  return (
    <div className="larder-table">
      <table>
        <caption className="larder-hidden">{caption}: counts by group</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">Shoppers</th>
            <th scope="col">Exposures</th>
            <th scope="col">Conversions</th>
            <th scope="col">Rate</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.arm}>
              <th scope="row">{arms[row.arm]}</th>
              <td data-label="Shoppers">{formatNumber(row.shoppers)}</td>
              <td data-label="Exposures">{formatNumber(row.exposures)}</td>
              <td data-label="Conversions">{formatNumber(row.conversions)}</td>
              <td data-label="Rate">
                {row.rate === null ? '–' : formatShare(row.rate)}
                <span className={`larder-bar larder-bar--${row.arm}`} aria-hidden="true">
                  <span style={{ inlineSize: `${highest === 0 ? 0 : ((row.rate ?? 0) / highest) * 100}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
