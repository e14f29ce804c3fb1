import { INK } from '../letter-look';

interface DiscountProps {
  readonly off: string;
  readonly codeLabel: string;
  readonly code: string;
  readonly until: string;
}

/** What the code takes off, the code, and until when. */
export function DiscountBlock({ off, codeLabel, code, until }: DiscountProps) {
  const quiet = { fontSize: 14, lineHeight: '22px', color: INK.quiet };
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: '0 0 20px', borderCollapse: 'separate' }}
    >
      <tbody>
        <tr>
          <td
            className="l-dashed"
            align="center"
            style={{ padding: 18, border: `1px dashed ${INK.quiet}`, borderRadius: 10 }}
          >
            <div className="l-text" style={{ fontSize: 17, fontWeight: 600, color: INK.text }}>
              {off}
            </div>
            <div className="l-quiet" style={{ ...quiet, paddingTop: 6 }}>
              {codeLabel}{' '}
              <strong className="l-text" style={{ color: INK.text, letterSpacing: 0.5 }}>
                {code}
              </strong>
            </div>
            <div className="l-quiet" style={quiet}>
              {until}
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
