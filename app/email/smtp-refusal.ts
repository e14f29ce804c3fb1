/** What nodemailer tells about a mail that it could not send. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly timeoutType?: string;
  readonly syscall?: string;
}

/** Before any mail is handed over: no connection, no session, or an envelope that was never begun. */
const NEVER_SENT_CODES = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG', 'EPROXY']);
const NEVER_SENT_TIMEOUTS = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
const ABOUT_THIS_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * Whether the server certainly did not take the mail: it said so (4xx, 5xx), or the mail was never handed over.
 * `unknown` for everything else: a connection lost or silent after it stood may have carried the mail.
 */
export function smtpRefusal(error: unknown): 'unknown' | { readonly permanent: boolean } {
  if (!(error instanceof Error)) return 'unknown';
  const { code, command = '', responseCode = 0, timeoutType = '', syscall } = error as SmtpError;
  if (responseCode >= 400) return { permanent: responseCode >= 500 && ABOUT_THIS_MAIL.has(command) };
  if (code === 'EENVELOPE') return { permanent: true }; // an address that is none
  const neverSent =
    NEVER_SENT_CODES.has(code ?? '') || NEVER_SENT_TIMEOUTS.has(timeoutType) || syscall === 'connect';
  return neverSent ? { permanent: false } : 'unknown';
}
