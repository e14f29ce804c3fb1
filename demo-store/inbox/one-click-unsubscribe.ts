import type { ReceivedMail } from '../world/types';
import { headerOf } from './parse-mail';

/** The address a mail program would use for one-click unsubscribing (RFC 8058), or null when the mail offers none. */
export function oneClickAddress(mail: Pick<ReceivedMail, 'headers'>): string | null {
  const post = headerOf(mail, 'List-Unsubscribe-Post');
  if (!/^\s*List-Unsubscribe=One-Click\s*$/i.test(post ?? '')) return null;
  const list = headerOf(mail, 'List-Unsubscribe') ?? '';
  return /<(https?:\/\/[^>]+)>/.exec(list)?.[1] ?? null;
}

/** Does what a mail program does: one POST without cookies. @returns what to tell the reader. */
export async function unsubscribeByPost(address: string): Promise<string> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok
      ? 'Done: the sender confirmed that you are unsubscribed.'
      : `The sender answered ${response.status}: this did not unsubscribe you.`;
  } catch {
    return 'The sender could not be reached: this did not unsubscribe you.';
  }
}
