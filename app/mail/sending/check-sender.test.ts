import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import {
  makeTestPorts,
  NO_RETURNS,
  type TestPorts,
  type TestPortsOptions,
} from '../../../test/support/test-ports';
import { checkSender } from './check-sender.server';

let ports: TestPorts;
afterEach(() => ports.close());

async function check(
  records: Readonly<Record<string, readonly string[] | 'silent'>>,
  config: TestPortsOptions['config'] = {},
) {
  const asked: string[] = [];
  const dns = {
    async txt(name: string) {
      asked.push(name);
      const found = records[name] ?? [];
      if (found === 'silent') throw new Error('queryTxt ETIMEOUT');
      return found;
    },
  };
  ports = await makeTestPorts({
    config: { mailFrom: 'reminders@Mail.Corner.example', ...config },
    outside: { dns },
  });
  return { ...(await checkSender(ports)), asked };
}

it('looks at the sender’s domain, and for DMARC also above it', async () => {
  const found = await check({
    'mail.corner.example': ['v=spf1 include:x -all'],
    '_dmarc.corner.example': ['v=DMARC1; p=none'],
  });
  expect(found).toMatchObject({
    domain: 'mail.corner.example',
    spf: 'fine',
    dkim: 'not-here',
    dmarc: 'watches',
  });
  expect(found.asked).toContain('_dmarc.mail.corner.example');
});

it('says what key has to stand where, and whether it does', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const config = { dkim: { domain: 'corner.example', selector: 's1', privateKey: pem } };
  const missing = await check({}, config);
  expect(missing).toMatchObject({
    spf: 'missing',
    dkim: 'missing',
    dkimName: 's1._domainkey.corner.example',
  });
  expect(missing.dkimRecord).toMatch(/^v=DKIM1; k=ed25519; p=[\w+/]{43}=$/);
  await ports.close();
  expect((await check({ 's1._domainkey.corner.example': [missing.dkimRecord ?? ''] }, config)).dkim).toBe(
    'fine',
  );
});

it('asks for the provider’s part where bounces come back to the own domain', async () => {
  const config = {
    smtpUrl: 'smtp://user:pass@email-smtp.eu-west-1.amazonaws.com:587',
    mailReturns: { ...NO_RETURNS, address: 'bounces@returns.corner.example' },
  };
  const found = await check({ 'returns.corner.example': ['v=spf1 -all'] }, config);
  expect(found).toMatchObject({ spf: 'lacks-provider', include: 'amazonses.com' });
});

it('does not take silence for a missing record', async () => {
  const silent = { 'mail.corner.example': 'silent', '_dmarc.mail.corner.example': 'silent' } as const;
  expect(await check(silent)).toMatchObject({ spf: 'unknown', dmarc: 'unknown' });
});
