import { contrastOf, LEAST_CONTRAST } from './contrast';
import { FONTS, INK, type LetterFont, type LetterLook } from './letter-look';
import { addressProblem } from './templates/check-wording';

/** As it is typed: every field a text. */
export type LookDraft = Readonly<Record<keyof LetterLook, string>>;
export type LookProblems = Readonly<Partial<Record<keyof LetterLook, string>>>;

const FOOTER_MOST = 300;
const ADDRESS_MOST = 500;

export function draftOf(look: LetterLook): LookDraft {
  return { ...look, logoUrl: look.logoUrl ?? '', footer: look.footer ?? '' };
}

/** A look as a merchant typed it, or what to mend. Words must be readable on their ground (WCAG 2.1 AA). */
export function checkLook(
  typed: LookDraft,
):
  { readonly ok: true; readonly look: LetterLook } | { readonly ok: false; readonly problems: LookProblems } {
  const logoUrl = typed.logoUrl.trim();
  const footer = typed.footer.replace(/\r\n?/g, '\n').trim();
  const colours = {
    buttonColour: colourOf(typed.buttonColour),
    buttonTextColour: colourOf(typed.buttonTextColour),
    groundColour: colourOf(typed.groundColour),
  };
  const problems: Partial<Record<keyof LetterLook, string>> = {};
  if (logoUrl.length > ADDRESS_MOST) problems.logoUrl = `Use at most ${ADDRESS_MOST} characters.`;
  else if (logoUrl !== '') setProblem(problems, 'logoUrl', addressProblem(logoUrl));
  if (footer.length > FOOTER_MOST) problems.footer = `Use at most ${FOOTER_MOST} characters.`;
  if (!(typed.font in FONTS)) problems.font = 'Choose one of the fonts.';
  for (const [name, colour] of Object.entries(colours) as [keyof typeof colours, string | null][])
    if (colour === null) problems[name] = 'Enter a colour as # and six digits, such as #1f5c43.';
  const { buttonColour, buttonTextColour, groundColour } = colours;
  if (buttonColour !== null && buttonTextColour !== null)
    setProblem(
      problems,
      'buttonTextColour',
      tooFaint(buttonColour, buttonTextColour, 'The words on the button are'),
    );
  if (groundColour !== null)
    setProblem(
      problems,
      'groundColour',
      tooFaint(groundColour, INK.quiet, 'The small print on this ground is'),
    );
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    look: {
      ...(colours as Record<keyof typeof colours, string>),
      logoUrl: logoUrl === '' ? null : logoUrl,
      footer: footer === '' ? null : footer,
      font: typed.font as LetterFont,
    },
  };
}

function setProblem(
  problems: Partial<Record<keyof LetterLook, string>>,
  name: keyof LetterLook,
  problem: string | null,
): void {
  if (problem !== null) problems[name] = problem;
}

function tooFaint(ground: string, ink: string, what: string): string | null {
  const contrast = contrastOf(ground, ink);
  if (contrast >= LEAST_CONTRAST) return null;
  const found = (Math.floor(contrast * 10) / 10).toFixed(1);
  return `${what} hard to read: the contrast is ${found}, and ${LEAST_CONTRAST} is needed. Choose colours that differ more.`;
}

/** `#rrggbb` in small letters; null for what is no colour. `#rgb` is understood. */
function colourOf(typed: string): string | null {
  const said = typed.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(said)) return said;
  return /^#[0-9a-f]{3}$/.test(said) ? said.replace(/[0-9a-f]/g, '$&$&') : null;
}
