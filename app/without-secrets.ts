import { withoutAddresses } from './email/without-addresses';
import { shownPath } from './shown-path';

const JWT = /\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g;
const SHOPIFY_TOKEN = /\bshp[a-z]{2}_\w+/g;
const SEALED = /\bsealed1\.[\w.-]+/g;
const QUERY = /[?#][^\s"'<>?#=]*=[^\s"'<>]*/g;
/** As routers name the address they could not read. */
const QUOTED_PATH = /"(\/[^"\s]*)"/g;
const TOKEN_PATH = /\/(?:mail|calendar)\/[^\s"'<>]*/gi;
/** An error may repeat whatever it was given; what is read here is read more than once. */
const MOST_TEXT = 20_000;
/** A shorter piece of a request is found by chance in any text. */
const LEAST_PIECE = 5;

/** A text as a log may hold it: without mail addresses, tokens, and the queries of addresses. */
export function withoutSecrets(text: string): string {
  const plain = text
    .slice(0, MOST_TEXT)
    .replace(QUOTED_PATH, (_all, path: string) => `"${shownPath(path)}"`)
    .replace(QUERY, '?…')
    .replace(TOKEN_PATH, shownPath)
    .replace(JWT, '…')
    .replace(SHOPIFY_TOKEN, '…')
    .replace(SEALED, '…');
  return withoutAddresses(plain);
}

/** The same without anything that the request itself brought in its address: errors like to repeat it. */
export function withoutRequest(text: string, target: string): string {
  const pieces = piecesOf(target).sort((a, b) => b.length - a.length);
  return withoutSecrets(pieces.reduce((rest, piece) => rest.replaceAll(piece, '…'), text));
}

/** What of a request's address is not ours, as it came and decoded. */
function piecesOf(target: string): string[] {
  const [path = '', query = ''] = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/\?(.*)/s);
  const parts = path.split('/').filter((part) => shownPath(`/${part}`) === '/…');
  const values = query.split(/[&=]/);
  const raw = [...parts, ...values, query];
  return [...new Set([...raw, ...raw.map(decode)])].filter((piece) => piece.length >= LEAST_PIECE);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
