import type { MailRefusal } from '../../ports';

/** Refusals that are not about one mail: the next would meet the same, so the whole shop's mail waits. */
const PAUSE_REASONS = ['sender-refused', 'login-refused', 'unreachable'] as const satisfies MailRefusal[];

export type PauseReason = (typeof PAUSE_REASONS)[number];

export function isPauseReason(refusal: MailRefusal): refusal is PauseReason {
  return PAUSE_REASONS.some((reason) => reason === refusal);
}

const SAID_MAX = 300;

/** How long to wait after so many refusals in a row: a minute, four, sixteen, then an hour. */
export function pauseMs(refusals: number): number {
  return Math.min(4 ** (refusals - 1), 60) * 60_000;
}

/** A server's words as they are kept: one line, the code of each line but the first left out, not too long. */
export function shortWords(said: string): string {
  const line = said.replace(/\s*[\r\n]+(\d{3}[ -])?(\d\.\d+\.\d+ )?/g, ' ').trim();
  return line.length > SAID_MAX ? `${line.slice(0, SAID_MAX - 1)}…` : line;
}
