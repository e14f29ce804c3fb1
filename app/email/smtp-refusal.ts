import type { MailRefusal } from '../ports';
import { withoutAddresses } from './without-addresses';

/** What nodemailer tells about a mail that it could not send. */
interface SmtpError extends Error {
  readonly code?: string;
  /** The system's or the TLS library's own word, where nodemailer put another in its place. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly timeoutType?: string;
  readonly syscall?: string;
}

/** Before any mail is handed over: no connection or no session. */
const NEVER_SENT_CODES = new Set(['EDNS', 'ETLS', 'ECONFIG', 'EPROXY', 'EREQUIRETLS', 'EMAXLIMIT']);
const NEVER_SENT_TIMEOUTS = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
/** A certificate is looked at while the connection is made, and a server without TLS is found out then. */
const TLS_HANDSHAKE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|WRONG_VERSION_NUMBER/;

/**
 * What the server certainly refused: it said so (4xx, 5xx), or the mail was never handed over. `unknown` for everything
 * else: a connection lost or silent after it stood may have carried the mail.
 */
export function smtpRefusal(error: unknown): 'unknown' | MailRefusal {
  if (!(error instanceof Error)) return 'unknown';
  const { code = '', originalCode = '', command = '', timeoutType = '', syscall } = error as SmtpError;
  const { responseCode = 0, response = '' } = error as SmtpError;
  if (responseCode >= 400)
    return refusalOf({ command, code: responseCode, text: withoutAddresses(response) });
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login-refused';
  // Addresses that are none, seen before the server was asked.
  if (code === 'EENVELOPE') return /sender/i.test(error.message) ? 'sender-refused' : 'recipient-refused';
  if (code === 'EMESSAGE') return 'sender-refused';
  const neverSent =
    NEVER_SENT_CODES.has(code) ||
    NEVER_SENT_TIMEOUTS.has(timeoutType) ||
    TLS_HANDSHAKE.test(originalCode) ||
    syscall === 'connect';
  return neverSent ? 'unreachable' : 'unknown';
}

/** What the server said, or what happened where it said nothing. */
export function serverWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as SmtpError).response ?? error.message;
}

interface Reply {
  readonly command: string;
  readonly code: number;
  readonly text: string;
}

/**
 * Whom a reply refuses: by the command it answers and its code (RFC 5321, section 4.2), then by its enhanced code (RFC
 * 3463, 7372), and by its words where providers say only there that they mean the sender. In doubt it is us, because then
 * nothing is lost: docs/decisions/024-whom-a-mail-server-refuses.md.
 */
function refusalOf({ command, code, text }: Reply): MailRefusal {
  const passes = code < 500;
  if (command.startsWith('AUTH') || isAboutLogin(code, text)) return passes ? 'unreachable' : 'login-refused';
  if (command !== 'RCPT TO' && command !== 'DATA') {
    return passes && !speaksOfUs(text) ? 'unreachable' : 'sender-refused';
  }
  if (isRecipient(command, code, text)) return passes ? 'asked-to-wait' : 'recipient-refused';
  if (!passes || speaksOfUs(text)) return 'sender-refused';
  return code === 421 || code === 454 || BUSY.test(text) ? 'unreachable' : 'asked-to-wait';
}

function isAboutLogin(code: number, text: string): boolean {
  return [530, 534, 535, 538].includes(code) || enhancedCode(text) === '7.8';
}

/** Bad commands, and hosts that take no mail from anybody (RFC 7504). */
const PROTOCOL_CODES = new Set([500, 501, 502, 503, 504, 521, 555]);

function isRecipient(command: string, code: number, text: string): boolean {
  const enhanced = enhancedCode(text);
  const [subject, detail] = enhanced?.split('.') ?? [];
  if (enhanced === '1.7' || enhanced === '1.8') return false; // the sender's address
  if (subject === '2' || (subject === '1' && detail !== '0')) return true; // the mailbox, its address
  if (speaksOfUs(text)) return false;
  if (speaksOfRecipient(text)) return true;
  if (command !== 'RCPT TO' || code < 500) return false;
  return enhanced === null ? !PROTOCOL_CODES.has(code) : subject === '1' || subject === '4'; // '4': no way to their server
}

/** `7.26` of `550-5.7.26 …`; null where the server gives none. */
function enhancedCode(text: string): string | null {
  return /^\d{3}[ -][245]\.(\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
}

const ABOUT_US = [
  /\bsenders?\b|\bsending\b|mail from|from[: ]address|from: header/,
  /relay(ing)? (access )?(denied|not permitted|not allowed|prohibited)|relaying|(unable|not permitted|not allowed) to relay/,
  /authenticat|\bspf\b|\bdkim\b|\bdmarc\b|not verified|sandbox|test purposes/,
  /block ?list|black ?list|\bblocked\b|\bbanned\b|\brbl\b|dnsbl|spamhaus|spamcop|barracuda|reputation|\bspam\b/,
  /client host|your (ip|host|domain|server|e-?mail|message|account)|\bip address|reverse (dns|host)|\brdns\b|\bptr\b|\bhelo\b/,
  /\bpolicy\b|suspend/,
];

function speaksOfUs(text: string): boolean {
  const words = text.toLowerCase();
  return ABOUT_US.some((pattern) => pattern.test(words)) || /^7\.2[0-7]$/.test(enhancedCode(text) ?? '');
}

const ABOUT_RECIPIENT = [
  /no such|unknown (user|recipient|mailbox|address|local)|(user|recipient|mailbox|address) (is )?unknown/,
  /(user|mailbox|recipient|address|account) (was |is )?(not found|unavailable|disabled|inactive|full|rejected|invalid)/,
  /(do|does|did)(es)?( not|n['’]t) (exist|have)|invalid (recipient|mailbox|user|address)|no mailbox|over quota/,
];

function speaksOfRecipient(text: string): boolean {
  const words = text.toLowerCase();
  return ABOUT_RECIPIENT.some((pattern) => pattern.test(words));
}

/** The server as a whole, whoever writes to whom: its disk, its load, or how much it takes from one host. */
const BUSY =
  /^4\d\d[ -]4\.3\.\d|^4\d\d[ -]4\.7\.28\b|\b(too (busy|many|much|fast)|rate|throttl\w*|(daily|message) quota)\b/i;
