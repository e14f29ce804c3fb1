import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Img } from '@react-email/img';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import type { ReactNode } from 'react';
import { WHEN_DARK } from './in-dark';
import { DARK_INK, FONTS, INK, type LetterLook } from './letter-look';
import { directionOf } from './locale';

/** Mail programs keep inline styles; those that know dark mode also read these. */
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.l-card{padding:20px !important}}
${WHEN_DARK}{
.l-ground{background-color:${DARK_INK.ground} !important}
.l-card{background-color:${DARK_INK.card} !important;border-color:${DARK_INK.line} !important}
.l-dashed{border-color:${DARK_INK.quiet} !important}
.l-text{color:${DARK_INK.text} !important}
.l-quiet{color:${DARK_INK.quiet} !important}
.l-logo{background-color:#ffffff !important;padding:6px !important;border-radius:6px !important}
}
[data-ogsc] .l-text{color:${DARK_INK.text} !important}
[data-ogsc] .l-quiet{color:${DARK_INK.quiet} !important}
[data-ogsb] .l-card{background-color:${DARK_INK.card} !important}
`;

interface FrameProps {
  readonly language: string;
  readonly title: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly shopName: string;
  readonly look: LetterLook;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

/** The frame of every letter: tables and inline styles, which is what mail programs understand; no tracking of any kind. */
export function LetterFrame({ language, title, preheader, shopName, look, children, footer }: FrameProps) {
  const font = FONTS[look.font].stack;
  const ground = { backgroundColor: look.groundColour };
  return (
    <Html lang={language} dir={directionOf(language)}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </Head>
      <Body className="l-ground" style={{ ...ground, margin: 0, color: INK.text, fontFamily: font }}>
        <Preview>{preheader}</Preview>
        <Section className="l-ground" style={{ ...ground, fontFamily: font }}>
          <Container style={{ maxWidth: 544, padding: '28px 12px 36px' }}>
            <LetterHead shopName={shopName} logoUrl={look.logoUrl} />
            <table
              role="presentation"
              width="100%"
              cellPadding={0}
              cellSpacing={0}
              style={{ borderCollapse: 'separate' }}
            >
              <tbody>
                <tr>
                  <td
                    className="l-card"
                    style={{
                      backgroundColor: INK.card,
                      border: `1px solid ${INK.line}`,
                      borderRadius: 14,
                      padding: 28,
                    }}
                  >
                    {children}
                  </td>
                </tr>
              </tbody>
            </table>
            {footer}
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

const LOGO_HEIGHT = 40;

function LetterHead({ shopName, logoUrl }: { readonly shopName: string; readonly logoUrl: string | null }) {
  if (logoUrl === null) {
    return (
      <div
        className="l-quiet"
        style={{ padding: '0 8px 16px', fontSize: 15, fontWeight: 600, color: INK.quiet }}
      >
        {shopName}
      </div>
    );
  }
  return (
    <div style={{ padding: '0 8px 16px' }}>
      <Img
        className="l-logo"
        src={logoUrl}
        alt={shopName}
        height={LOGO_HEIGHT}
        style={{ height: LOGO_HEIGHT, width: 'auto', maxWidth: '100%', fontWeight: 600, color: INK.quiet }}
      />
    </div>
  );
}
