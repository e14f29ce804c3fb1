import type { ReactNode } from 'react';

const TEXT = '#23201c';
const QUIET = '#6b655d';
const LINE = '#e8e4dd';
const GROUND = '#f6f4f0';
const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

interface FrameProps {
  readonly language: string;
  readonly title: string;
  /** What a mail program shows beside the subject. */
  readonly preview: string;
  readonly shopName: string;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

/** The frame of every mail: tables and inline styles, which is what mail programs understand; no tracking of any kind. */
export function LetterFrame({ language, title, preview, shopName, children, footer }: FrameProps) {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{title}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: GROUND, color: TEXT, fontFamily: FONT }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <table
          role="presentation"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          style={{ backgroundColor: GROUND }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '32px 12px' }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  style={{ maxWidth: 520 }}
                >
                  <tbody>
                    <tr>
                      <td style={{ padding: '0 8px 16px', fontSize: 15, fontWeight: 600, color: QUIET }}>
                        {shopName}
                      </td>
                    </tr>
                    <tr>
                      <td
                        style={{
                          backgroundColor: '#ffffff',
                          border: `1px solid ${LINE}`,
                          borderRadius: 14,
                          padding: 28,
                        }}
                      >
                        {children}
                      </td>
                    </tr>
                    <tr>
                      <td style={{ padding: '20px 8px 0', fontSize: 13, lineHeight: '20px', color: QUIET }}>
                        {footer}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

export function LetterHeading({ children }: { readonly children: ReactNode }) {
  return (
    <h1 style={{ margin: '0 0 20px', fontSize: 22, lineHeight: '30px', fontWeight: 650, color: TEXT }}>
      {children}
    </h1>
  );
}

export function LetterButton({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 24 }}>
      <tbody>
        <tr>
          <td align="center" style={{ backgroundColor: '#1f5c43', borderRadius: 10 }}>
            <a
              href={href}
              style={{
                display: 'block',
                padding: '14px 20px',
                fontSize: 16,
                fontWeight: 600,
                color: '#ffffff',
                textDecoration: 'none',
              }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export function LetterLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} style={{ color: QUIET, textDecoration: 'underline' }}>
      {children}
    </a>
  );
}

interface ItemProps {
  readonly imageUrl: string | null;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Picture beside name and price; without a picture the words take its place. */
export function LetterItemRow({ imageUrl, title, lines }: ItemProps) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          {imageUrl && (
            <td width={112} valign="top" style={{ paddingRight: 18 }}>
              <img
                src={imageUrl}
                alt=""
                width={112}
                style={{ display: 'block', width: 112, borderRadius: 10, border: 0 }}
              />
            </td>
          )}
          <td valign="middle">
            <div style={{ fontSize: 17, lineHeight: '24px', fontWeight: 600, color: TEXT }}>{title}</div>
            {lines.map((line) => (
              <div key={line} style={{ marginTop: 4, fontSize: 15, lineHeight: '22px', color: QUIET }}>
                {line}
              </div>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
