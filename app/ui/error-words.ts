import { isRouteErrorResponse } from '@remix-run/react';

interface ErrorWords {
  readonly title: string;
  readonly words: string;
  readonly tone: 'info' | 'warning' | 'critical';
  /** What helps, beside reading; null when nothing on the page does. */
  readonly then: 'go-home' | 'reload' | null;
}

const OURS: ErrorWords = {
  title: 'This page could not be shown',
  words:
    'Something went wrong on our side. Nothing you entered elsewhere is lost, and what shoppers see goes on as it was. Open the page again in a moment.',
  tone: 'critical',
  then: 'reload',
};

const REFUSED: ErrorWords = {
  title: 'That did not work',
  words: 'Larder could not take what was sent to this address. Nothing was changed.',
  tone: 'warning',
  then: 'go-home',
};

const BY_STATUS: Readonly<Record<number, ErrorWords>> = {
  401: {
    title: 'Open Larder again',
    words: 'Your session is over. Reload the page to go on. Nothing was changed.',
    tone: 'warning',
    then: 'reload',
  },
  404: { title: 'Not found', words: 'There is nothing at this address.', tone: 'info', then: 'go-home' },
  408: {
    title: 'The request took too long',
    words: 'It did not arrive in time, so nothing was changed. Check the connection and try again.',
    tone: 'warning',
    then: 'reload',
  },
  410: {
    title: 'This page does not open for programs',
    words:
      'Your browser’s name says that it is an automated program, and Shopify opens apps to people only. Open Larder in an ordinary browser, from the Apps page of your Shopify admin.',
    tone: 'info',
    then: null,
  },
  429: {
    title: 'Too many requests',
    words: 'More came than Larder takes at once. Wait a minute, then reload the page.',
    tone: 'warning',
    then: 'reload',
  },
};

const UNREACHED: ErrorWords = {
  title: 'Larder could not be reached',
  words: 'Check the connection, then reload the page. What shoppers see goes on as it was.',
  tone: 'warning',
  then: 'reload',
};

/** What a browser's `fetch` rejects with when no answer came (Chromium, Firefox, Safari), App Bridge's own included. */
const NO_ANSWER = /^(Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed)$/;

/** Whose affair an error is, and what helps. Below 500 it is the request's, and the answer's own words are shown. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof Error && NO_ANSWER.test(error.message)) return UNREACHED;
  if (!isRouteErrorResponse(error) || error.status < 400 || error.status >= 500) return OURS;
  const usual = BY_STATUS[error.status] ?? REFUSED;
  const { data } = error as { data: unknown };
  // A sentence of a route's own; the router's (`Error: …`) is for developers.
  return typeof data === 'string' && data !== '' && !data.startsWith('Error:')
    ? { ...usual, words: data }
    : usual;
}

/** The same for a form that was sent: in a sentence, to stand beside it. */
export function problemWords(error: unknown): string {
  const words = errorWords(error);
  if (words === UNREACHED) return 'Larder could not be reached. Check the connection, then try again.';
  return words === OURS
    ? 'Something went wrong on our side, and this may not have been kept. Try again in a moment.'
    : words.words;
}
