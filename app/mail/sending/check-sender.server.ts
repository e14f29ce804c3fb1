import { createPublicKey } from 'node:crypto';
import type { Ports } from '../../ports';
import { domainsAbove, includeOf, judgeSender, type SenderJudgement } from './judge-sender';

export interface SenderCheck extends SenderJudgement {
  /** The domain that mail comes from. */
  readonly domain: string;
  /** The name at which the key has to stand; null where Larder does not sign. */
  readonly dkimName: string | null;
  /** The record that has to stand there. */
  readonly dkimRecord: string | null;
  readonly include: string | null;
}

/** Asks the DNS about the domain that mail comes from; plain JSON. What cannot be asked is said to be unknown. */
export async function checkSender({ config, dns }: Pick<Ports, 'config' | 'dns'>): Promise<SenderCheck> {
  const { mailFrom, dkim, smtpUrl, mailReturns } = config;
  const domain = domainOf(mailFrom);
  const dkimName = dkim && `${dkim.selector}._domainkey.${dkim.domain}`;
  const publicKey = dkim && publicKeyOf(dkim.privateKey);
  // Only an envelope of the sender's own domain is looked up there.
  const include = smtpUrl && mailReturns.address ? includeOf(new URL(smtpUrl).hostname) : null;
  const ask = (name: string) => dns.txt(name).catch(() => null);
  const [spf, dmarc, key] = await Promise.all([
    ask(mailReturns.address ? domainOf(mailReturns.address) : domain),
    askDmarc(ask, domain),
    dkimName === null ? undefined : ask(dkimName),
  ]);
  const isAligned = dkim !== null && areRelated(dkim.domain, domain);
  const facts = { spf, dmarc, ...(key === undefined ? {} : { dkim: key }) };
  return {
    ...judgeSender({ ...facts, publicKey: publicKey?.base64 ?? null, isAligned, include }),
    domain,
    dkimName,
    dkimRecord: publicKey && `v=DKIM1; k=${publicKey.kind}; p=${publicKey.base64}`,
    include,
  };
}

/** The nearest that stands somewhere counts. */
async function askDmarc(
  ask: (name: string) => Promise<readonly string[] | null>,
  domain: string,
): Promise<readonly string[] | null> {
  for (const above of domainsAbove(domain)) {
    const records = await ask(`_dmarc.${above}`);
    if (records === null || records.length > 0) return records;
  }
  return [];
}

function domainOf(address: string): string {
  return (address.split('@').at(-1) ?? '').toLowerCase();
}

function areRelated(signing: string, sender: string): boolean {
  return signing === sender || signing.endsWith(`.${sender}`) || sender.endsWith(`.${signing}`);
}

/** As a DKIM record holds it: SPKI of RSA, the bare key of Ed25519 (RFC 8463). */
function publicKeyOf(privateKeyPem: string): { readonly kind: string; readonly base64: string } {
  const key = createPublicKey(privateKeyPem);
  const spki = key.export({ type: 'spki', format: 'der' });
  return key.asymmetricKeyType === 'ed25519'
    ? { kind: 'ed25519', base64: spki.subarray(-32).toString('base64') }
    : { kind: 'rsa', base64: spki.toString('base64') };
}
