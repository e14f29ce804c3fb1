import type { DkimFinding, DmarcFinding, SpfFinding } from '../../mail/sending/judge-sender';

export interface FindingWords {
  readonly tone: 'success' | 'attention' | 'critical' | undefined;
  readonly badge: string;
  /** What it means and what to do. */
  readonly words: string;
}

const UNKNOWN: FindingWords = {
  tone: undefined,
  badge: 'Not known',
  words: 'The DNS could not be asked just now. Check again in a few minutes.',
};

const FINE = (words: string): FindingWords => ({ tone: 'success', badge: 'Fine', words });
const MEND = (words: string): FindingWords => ({ tone: 'critical', badge: 'To mend', words });
const LOOK = (words: string): FindingWords => ({ tone: 'attention', badge: 'Worth a look', words });

export const SPF_WORDS: Readonly<Record<SpfFinding, FindingWords>> = {
  unknown: UNKNOWN,
  missing: MEND('There is no SPF record (TXT, v=spf1 …). Add the one that your mail provider gives you.'),
  several: MEND('There is more than one SPF record, so that none counts. Put them together into one.'),
  'allows-all': MEND('It allows everybody to send (all, +all). End it with ~all or -all.'),
  'lacks-provider': MEND('It does not name your mail provider. Add the part below.'),
  fine: FINE('There is one record, and it does not allow everybody.'),
};

export const DKIM_WORDS: Readonly<Record<DkimFinding, FindingWords>> = {
  unknown: UNKNOWN,
  'not-here': LOOK(
    'Larder does not sign itself (MAIL_DKIM_ is not set). Your mail provider probably does: see there that the domain is verified.',
  ),
  missing: MEND('Mail is signed, but the key to check it with is missing. Add the record below.'),
  revoked: MEND('The key was withdrawn (p= is empty). Put the record below in its place.'),
  'other-key': MEND('Another key stands there than the one that signs. Put the record below in its place.'),
  'other-domain': MEND(
    'Mail is signed for another domain than it comes from, which does not count. Sign for the sender’s.',
  ),
  fine: FINE('The key that stands there fits the one that signs.'),
};

export const DMARC_WORDS: Readonly<Record<DmarcFinding, FindingWords>> = {
  unknown: UNKNOWN,
  missing: MEND('There is no DMARC record. Begin with this TXT record at _dmarc: v=DMARC1; p=none'),
  several: MEND('There is more than one DMARC record, so that none counts. Keep one.'),
  invalid: MEND('The record says no policy. It needs p=none, p=quarantine or p=reject.'),
  watches: FINE(
    'There is one (p=none): enough for mailbox providers. A stricter policy keeps others from writing in your name.',
  ),
  fine: FINE('There is one, and it keeps others from writing in your name.'),
};
