/** What the DNS says of the domain that mail comes from (RFC 7208, 6376, 7489), against what mailbox providers ask of senders. */
export interface SenderRecords {
  /** TXT records; null: nobody could be asked. */
  readonly spf: readonly string[] | null;
  /** Of `_dmarc` at the domain, else at the domain above; null: nobody could be asked. */
  readonly dmarc: readonly string[] | null;
  /** Of the selector's name; null: nobody could be asked. Undefined: Larder does not sign, so that it knows no selector. */
  readonly dkim?: readonly string[] | null;
}

export interface SenderFacts extends SenderRecords {
  /** Base64 of the public key (SPKI) that belongs to the private one that signs. */
  readonly publicKey: string | null;
  /** Whether the domain that signs is the sender's, or one above or below it. */
  readonly isAligned: boolean;
  /** What the mail provider asks to have in SPF, where the mail server's name tells who that is. */
  readonly include: string | null;
}

export type SpfFinding = 'unknown' | 'missing' | 'several' | 'allows-all' | 'lacks-provider' | 'fine';
export type DkimFinding =
  'unknown' | 'not-here' | 'missing' | 'revoked' | 'other-key' | 'other-domain' | 'fine';
export type DmarcFinding = 'unknown' | 'missing' | 'several' | 'invalid' | 'watches' | 'fine';

export interface SenderJudgement {
  readonly spf: SpfFinding;
  readonly dkim: DkimFinding;
  readonly dmarc: DmarcFinding;
}

export function judgeSender(facts: SenderFacts): SenderJudgement {
  return { spf: judgeSpf(facts), dkim: judgeDkim(facts), dmarc: judgeDmarc(facts.dmarc) };
}

function judgeSpf({ spf, include }: SenderFacts): SpfFinding {
  if (spf === null) return 'unknown';
  const records = spf.filter((record) => /^v=spf1( |$)/i.test(record));
  const [record] = records;
  if (record === undefined) return 'missing';
  if (records.length > 1) return 'several';
  const terms = record.toLowerCase().split(/ +/);
  if (terms.some((term) => /^\+?all$/.test(term))) return 'allows-all';
  const redirects = terms.some((term) => term.startsWith('redirect='));
  return include !== null && !redirects && !terms.includes(`include:${include}`) ? 'lacks-provider' : 'fine';
}

/** `tag=value` pairs; blanks around and within do not count. */
function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim().toLowerCase(), value.join('=').replace(/\s/g, '')];
    }),
  );
}

function judgeDkim({ dkim, publicKey, isAligned }: SenderFacts): DkimFinding {
  if (dkim === undefined) return 'not-here';
  if (dkim === null) return 'unknown';
  const keys = dkim.map((record) => tagsOf(record).get('p')).filter((key) => key !== undefined);
  if (keys.length === 0) return 'missing';
  if (keys.every((key) => key === '')) return 'revoked';
  if (publicKey !== null && !keys.includes(publicKey)) return 'other-key';
  return isAligned ? 'fine' : 'other-domain';
}

function judgeDmarc(dmarc: SenderRecords['dmarc']): DmarcFinding {
  if (dmarc === null) return 'unknown';
  const records = dmarc.filter((record) => /^v=DMARC1\s*(;|$)/.test(record));
  const [record] = records;
  if (record === undefined) return 'missing';
  if (records.length > 1) return 'several';
  const policy = tagsOf(record).get('p')?.toLowerCase();
  if (policy === 'none') return 'watches';
  return policy === 'quarantine' || policy === 'reject' ? 'fine' : 'invalid';
}

/** Providers known by the name of their mail server, and what their instructions ask to have in SPF. */
const INCLUDES: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)amazonaws\.com$/, 'amazonses.com'],
  [/(^|\.)sendgrid\.net$/, 'sendgrid.net'],
  [/(^|\.)mailgun\.org$/, 'mailgun.org'],
  [/(^|\.)(google|gmail)\.com$/, '_spf.google.com'],
  [/(^|\.)(office365|outlook)\.com$/, 'spf.protection.outlook.com'],
];

/**
 * What SPF has to include for a mail server, or null where that is not known. It counts only where bounces come back to the
 * sender's own domain: Amazon, SendGrid, Mailgun and Postmark write a domain of theirs there, unless told otherwise.
 */
export function includeOf(smtpHost: string): string | null {
  return INCLUDES.find(([host]) => host.test(smtpHost.toLowerCase()))?.[1] ?? null;
}

/** The domain of an address and those above it, down to two labels: where DMARC may stand. */
export function domainsAbove(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels
    .slice(0, Math.max(1, labels.length - 1))
    .map((_label, place) => labels.slice(place).join('.'));
}
