import type { Sns } from '../mail-ports';

const TIMEOUT_MS = 5_000;
const CERTIFICATE_MAX_BYTES = 16 * 1024;
/** Amazon changes them about once a year; there is one for each region. */
const KEPT_MAX = 20;

/** Fetches over HTTPS; never follows a redirect, which could lead to any host. */
export function createSns(): Sns {
  const kept = new Map<string, string>();
  return {
    async certificate(url) {
      const known = kept.get(url);
      if (known !== undefined) return known;
      const answer = await ask(url);
      if (answer.status >= 500) throw new Error(`SNS answered ${answer.status} for its certificate`);
      const text = answer.ok ? await answer.text() : '';
      if (!text.includes('-----BEGIN CERTIFICATE-----') || text.length > CERTIFICATE_MAX_BYTES) return null;
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(url, text);
      return text;
    },
    async confirm(url) {
      const answer = await ask(url);
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`SNS answered ${answer.status} to the confirmation`);
    },
  };
}

function ask(url: string): Promise<Response> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
}
