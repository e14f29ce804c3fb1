import type { ReturnKind } from './returned-mail';

/**
 * What an enhanced status (RFC 3463), `5.1.1`, says of an address. Only a failure for good that is about the mailbox is
 * hard: a server that refuses our host, our sender or our content (subjects 3, 5, 6 and 7, mailbox too small for this
 * mail) says nothing of whom we wrote to, and an address once suppressed gets no mail again.
 */
export function kindOfStatus(status: string): ReturnKind | null {
  const [, level, subject = '', detail = ''] = /^\s*([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(status) ?? [];
  if (level === '4') return 'soft-bounce';
  if (level !== '5') return null;
  const isAboutUs =
    ['3', '5', '6', '7'].includes(subject) ||
    (subject === '1' && (detail === '7' || detail === '8')) ||
    (subject === '2' && (detail === '2' || detail === '3'));
  return isAboutUs ? 'soft-bounce' : 'hard-bounce';
}
