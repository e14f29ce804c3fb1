/** The words of our own addresses. Whatever else stands in a path may be a token, an id, or what somebody typed. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'api app assets auth backtest calendar callback choices clock consumables demo events export favicon.ico favicon.svg ' +
    'healthz history insights ledger letters login mail modules offer proxy rejects reminders results returns sender ' +
    'settings shelf shoppers snooze stop unsubscribe upload webhooks'
  ).split(' '),
);

/**
 * The address of a request as a log may hold it: the path with our own words, and … for everything else. No query.
 * @param target a path or a whole address, as it came
 */
export function shownPath(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  const shown = path.split('/').map((part) => (part === '' || isWord(part) ? part : '…'));
  return shown.join('/') || '/';
}

function isWord(part: string): boolean {
  return WORDS.has(part.replace(/\.data$/, ''));
}
