/** What the app answers to at all; nothing of ours is behind another verb. */
export const VERBS = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

/**
 * What a request asks for, as path and query: an absolute address (RFC 9112, 3.2.2) without its origin, which anybody may
 * write; null where it is no address. A query parameter of the framework's own (`_data`) says nothing here, and would turn a
 * button in a mail away.
 */
export function readTarget(target: string): string | null {
  if (target.startsWith('/')) return withoutFrameworks(target);
  const rest = /^https?:\/\/[^/?#[\]]+([/?].*)?$/is.exec(target);
  if (!rest) return null;
  const [, local = '/'] = rest;
  return withoutFrameworks(local.startsWith('/') ? local : `/${local}`);
}

function withoutFrameworks(target: string): string {
  const at = target.indexOf('?');
  if (at < 0 || !/[?&]_data(?:[=&]|$)/.test(target.slice(at))) return target;
  const kept = target
    .slice(at + 1)
    .split('&')
    .filter((parameter) => !/^_data(?:=|$)/.test(parameter));
  return target.slice(0, at) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}
