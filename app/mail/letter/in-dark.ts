/** What the styles for a dark mail program stand behind. */
export const WHEN_DARK = '@media (prefers-color-scheme:dark)';

/** A letter as a dark mail program shows it, wherever it is looked at. */
export function inDark(html: string): string {
  return html.replace(WHEN_DARK, '@media all');
}
