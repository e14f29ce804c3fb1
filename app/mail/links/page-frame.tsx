import type { ReactNode } from 'react';

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:start center;padding:max(24px,12vh) 16px 24px;background:#f6f4f0;color:#23201c;
font:16px/1.5 -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{width:100%;max-width:440px;background:#fff;border:1px solid #e8e4dd;border-radius:16px;padding:32px 28px}
.shop{margin:0 0 20px;font-size:15px;font-weight:600;color:#6b655d}
h1{margin:0 0 8px;font-size:24px;line-height:1.25}
p{margin:0}
form{display:grid;gap:10px;margin-top:24px}
button{font:inherit;font-weight:600;min-height:48px;padding:10px 16px;border-radius:10px;border:1px solid #cfc9bf;background:#fff;
color:#23201c;cursor:pointer}
button:hover{border-color:#8d867b}
button.first{background:#1f5c43;border-color:#1f5c43;color:#fff}
button.first:hover{background:#174a35}
button.chosen,button.chosen:hover{background:#e9f1ed;border-color:#1f5c43;color:#1f5c43;cursor:default}
button.chosen::before{content:"\\2713\\00a0"}
.two-lines{min-height:3em}
.note{margin-top:16px;font-size:14px;color:#6b655d}
.items{font-weight:600;overflow-wrap:anywhere;margin-bottom:8px}
h2{margin:32px 0 8px;font-size:18px}
section{margin-top:16px;padding-top:16px;border-top:1px solid #e8e4dd;overflow-wrap:anywhere}
section form{margin-top:8px}
fieldset{display:grid;gap:10px;margin:0;padding:0;border:0}
legend{padding:0;margin-bottom:8px}
label{display:grid;gap:4px}
label.radio{display:flex;gap:10px;align-items:center;min-height:44px}
input[type=date]{font:inherit;min-height:48px;padding:8px 12px;border-radius:10px;border:1px solid #cfc9bf;background:#fff;color:#23201c}
input:focus-visible{outline:3px solid #8fb9a5;outline-offset:2px}
.back{margin-top:24px}
.back a{display:inline-block;padding:12px 0;color:#1f5c43}
main>form+form{border-top:1px solid #e8e4dd;padding-top:24px}
a:focus-visible,button:focus-visible{outline:3px solid #8fb9a5;outline-offset:2px}
`;

interface FrameProps {
  readonly language: string;
  readonly title: string;
  readonly shopName?: string;
  /** The way back to the shop. */
  readonly back?: { readonly href: string; readonly words: string };
  readonly nonce: string;
  readonly children: ReactNode;
}

/** A page behind a link in a mail: stands alone, loads nothing, is found by no search engine. */
export function PageFrame({ language, title, shopName, back, nonce, children }: FrameProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{shopName ? `${title} · ${shopName}` : title}</title>
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          {shopName && <p className="shop">{shopName}</p>}
          {children}
          {back && (
            <p className="back">
              <a href={back.href}>{back.words}</a>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Holds already, and cannot be pressed again. */
  readonly isChosen?: boolean;
}

interface ChoicesProps {
  readonly choices: readonly Choice[];
  /** The first choice stands out. */
  readonly emphasis?: boolean;
  readonly id?: string;
  /** When the page was opened, as `stampOpening` writes it. */
  readonly opened?: string;
}

/** Buttons that post the page to itself; they work without any script. */
export function Choices({ choices, emphasis = false, id, opened }: ChoicesProps) {
  return (
    <form method="post" action="?" id={id} data-opened={opened}>
      {choices.map(({ value, label, isChosen }, index) => (
        <button
          key={value}
          type="submit"
          name="choice"
          value={value}
          className={isChosen ? 'chosen' : emphasis && index === 0 ? 'first' : undefined}
          disabled={isChosen}
        >
          {label}
        </button>
      ))}
    </form>
  );
}
