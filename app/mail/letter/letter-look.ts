/** How a shop's letters look. Colours are `#rrggbb`. */
export interface LetterLook {
  /** https address of the logo; null: the shop's name stands there. */
  readonly logoUrl: string | null;
  readonly buttonColour: string;
  readonly buttonTextColour: string;
  readonly groundColour: string;
  readonly font: LetterFont;
  /** What the shop wants to say at the foot of each letter; null for nothing. */
  readonly footer: string | null;
}

/** Fonts that mail programs have; none is loaded. */
export const FONTS = {
  system: { title: 'Plain', stack: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" },
  serif: { title: 'Serif', stack: "Georgia, 'Times New Roman', serif" },
  wide: { title: 'Wide', stack: 'Verdana, Geneva, Tahoma, sans-serif' },
  narrow: { title: 'Humanist', stack: "'Trebuchet MS', 'Gill Sans', Calibri, sans-serif" },
  typewriter: { title: 'Typewriter', stack: "'Courier New', Courier, monospace" },
} as const;

export type LetterFont = keyof typeof FONTS;

export const DEFAULT_LOOK: LetterLook = {
  logoUrl: null,
  buttonColour: '#1f5c43',
  buttonTextColour: '#ffffff',
  groundColour: '#f6f4f0',
  font: 'system',
  footer: null,
};

/** What is the same in every shop, so that it can be read on any ground that passes the check. */
export const INK = { text: '#23201c', quiet: '#5f5a52', line: '#e8e4dd', card: '#ffffff' } as const;

/** In a mail program that is dark. */
export const DARK_INK = {
  ...{ ground: '#16181a', card: '#212427', line: '#3a3f44' },
  ...{ text: '#f1efeb', quiet: '#b9b4ab' },
} as const;
