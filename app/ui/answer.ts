import type { ShouldRevalidateFunction } from '@remix-run/react';
import { problemWords } from './error-words';

/** What an action answers: what it did, said in passing, or a problem, which stays on the page beside the thing. */
export interface Answer {
  readonly message?: string;
  readonly problem?: string;
  /** Tells two equal answers apart. */
  readonly at: number;
}

/**
 * For a route's `clientAction`: a request that failed becomes a problem beside the form, instead of a page in whose place
 * everything typed is gone.
 */
export async function answerOrProblem<T>(ask: () => Promise<T>): Promise<T | Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Response) throw error; // a redirect of Shopify's library
    return { problem: problemWords(error), at: Date.now() };
  }
}

/** After a problem nothing has changed that would have to be read again, and reading might fail as well. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  hasProblem(actionResult) ? false : defaultShouldRevalidate;

function hasProblem(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'problem' in result && Boolean(result.problem);
}
