import { describe, expect, it } from 'vitest';
import { domainsAbove, includeOf, judgeSender, type SenderFacts } from './judge-sender';

const GOOD: SenderFacts = {
  spf: ['google-site-verification=x', 'v=spf1 include:amazonses.com ~all'],
  dmarc: ['v=DMARC1; p=reject; rua=mailto:dmarc@corner.example'],
  dkim: ['v=DKIM1; k=rsa; p=MIIB IjAN'],
  publicKey: 'MIIBIjAN',
  isAligned: true,
  include: 'amazonses.com',
};
const judged = (facts: Partial<SenderFacts>) => judgeSender({ ...GOOD, ...facts });

it('is fine where all three are there', () =>
  expect(judged({})).toEqual({ spf: 'fine', dkim: 'fine', dmarc: 'fine' }));

describe('SPF', () => {
  it.each([
    [null, 'unknown'],
    [[], 'missing'],
    [['v=spf10 all'], 'missing'],
    [['v=spf1 -all', 'v=spf1 include:amazonses.com ~all'], 'several'],
    [['v=spf1 +all'], 'allows-all'],
    [['v=spf1 include:amazonses.com ALL'], 'allows-all'],
    [['v=spf1 include:other.example -all'], 'lacks-provider'],
    [['v=spf1 redirect=_spf.corner.example'], 'fine'],
    [['V=SPF1  INCLUDE:amazonses.com  -all'], 'fine'],
  ] as const)('%j is %s', (spf, found) => expect(judged({ spf }).spf).toBe(found));

  it('asks for no provider that is not known', () =>
    expect(judged({ spf: ['v=spf1 ip4:192.0.2.1 -all'], include: null }).spf).toBe('fine'));
});

describe('DKIM', () => {
  it.each([
    [null, 'unknown'],
    [[], 'missing'],
    [['some other record'], 'missing'],
    [['v=DKIM1; p='], 'revoked'],
    [['v=DKIM1; p=AAAA'], 'other-key'],
    [['v=DKIM1; p=AAAA', 'v=DKIM1; p=MIIBIjAN'], 'fine'],
    [['p=MIIBIjAN'], 'fine'],
  ] as const)('%j is %s', (dkim, found) => expect(judged({ dkim }).dkim).toBe(found));

  it('of another domain does not count for the sender’s', () =>
    expect(judged({ isAligned: false }).dkim).toBe('other-domain'));

  it('is not known where the mail server signs', () => {
    const { dkim, ...others } = GOOD;
    expect(dkim).toHaveLength(1);
    expect(judgeSender({ ...others, publicKey: null }).dkim).toBe('not-here');
  });
});

it.each([
  [null, 'unknown'],
  [[], 'missing'],
  [['v=DMARC2; p=none'], 'missing'],
  [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'several'],
  [['v=DMARC1'], 'invalid'],
  [['v=DMARC1; p=perhaps'], 'invalid'],
  [['v=DMARC1; p=none'], 'watches'],
  [['v=DMARC1;p=Quarantine'], 'fine'],
] as const)('DMARC %j is %s', (dmarc, found) => expect(judged({ dmarc }).dmarc).toBe(found));

it('knows providers by their mail servers, and where DMARC may stand', () => {
  expect(includeOf('email-smtp.eu-west-1.amazonaws.com')).toBe('amazonses.com');
  expect(includeOf('notamazonaws.com')).toBeNull();
  expect(domainsAbove('mail.shop.corner.example')).toEqual([
    'mail.shop.corner.example',
    'shop.corner.example',
    'corner.example',
  ]);
  expect(domainsAbove('corner.example')).toEqual(['corner.example']);
  expect(domainsAbove('localhost')).toEqual(['localhost']);
});
