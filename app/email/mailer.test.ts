import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestSmtp, type TestSmtp } from '../../test/support/test-smtp';
import type { Mailer, OutgoingMail } from '../ports';
import { createMailer } from './mailer.server';
import { idOfReturn } from './return-address';

const MAIL: OutgoingMail = {
  to: 'ada@example.test',
  from: '"Corner, the shop" <reminders@larder.example>',
  subject: 'Your reminder',
  html: '<p>Hello</p>',
  text: 'Hello',
  headers: {
    'List-Unsubscribe': `<https://larder.example.test/mail/unsubscribe/${'a'.repeat(80)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Reply-To': 'owner@corner.example',
  },
  messageId: 'message-1',
};

const UNMARKED = async () => undefined;

let smtp: TestSmtp;
let mailer: Mailer & { close(): void };

beforeEach(async () => {
  smtp = await startTestSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
});

afterEach(async () => {
  mailer.close();
  await smtp.close();
});

test('a mail arrives with both parts, its headers whole and an id that a repeat would share', async () => {
  await mailer.send(MAIL, UNMARKED);
  const [mail] = await smtp.parsed();
  const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
  expect(mail?.text?.trim()).toBe('Hello');
  expect(mail?.html?.trim()).toBe('<p>Hello</p>');
  expect(mail?.from).toEqual({ name: 'Corner, the shop', address: 'reminders@larder.example' });
  expect(mail?.messageId).toBe('<message-1@larder.example>');
  expect(mail?.replyTo).toEqual([{ name: '', address: 'owner@corner.example' }]);
  expect(header('list-unsubscribe')).toBe(MAIL.headers['List-Unsubscribe']);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('a connection that breaks after the mail was handed over is unknown, and the mail is not sent again', async () => {
  smtp.behave('drop-after-data');
  await expect(mailer.send(MAIL, UNMARKED)).rejects.not.toMatchObject({ name: 'MailRefused' });
  expect(smtp.received).toHaveLength(1);
  smtp.behave('accept');
  await mailer.send({ ...MAIL, messageId: 'message-2' }, UNMARKED);
  const ids = (await smtp.parsed()).map((mail) => mail.messageId);
  expect(ids).toEqual(['<message-1@larder.example>', '<message-2@larder.example>']);
});

test('the mark is made after the server said yes to sender and recipient, and before it has a byte of the mail', async () => {
  const seen: number[] = [];
  await mailer.send(MAIL, async () => {
    seen.push(smtp.begun.length, smtp.received.length);
    await new Promise((done) => setTimeout(done, 50));
    expect(smtp.bytes).toBe(0);
  });
  expect(seen).toEqual([1, 0]);
  smtp.behave('refuse-recipient');
  await expect(mailer.send(MAIL, () => Promise.reject(new Error('never asked')))).rejects.toMatchObject({
    refusal: 'recipient-refused',
  });
});

test('a mark that cannot be made leaves the server without the mail, and the connection is not used for it again', async () => {
  await expect(mailer.send(MAIL, () => Promise.reject(new Error('no longer mine')))).rejects.toThrow();
  expect(smtp.received).toHaveLength(0);
  await mailer.send({ ...MAIL, messageId: 'message-2' }, UNMARKED);
  expect((await smtp.parsed()).map((mail) => mail.messageId)).toEqual(['<message-2@larder.example>']);
});

test('a connection that the server closed while idle is no reason not to send', async () => {
  await mailer.send(MAIL, UNMARKED);
  await smtp.dropConnections();
  await mailer.send({ ...MAIL, messageId: 'message-2' }, UNMARKED);
  expect(smtp.received).toHaveLength(2);
});

test('a connection that breaks before the mail was asked for is no unknown end', async () => {
  smtp.behave('drop-before-data');
  await expect(mailer.send(MAIL, UNMARKED)).rejects.toMatchObject({ refusal: 'unreachable' });
  expect(smtp.received).toHaveLength(0);
});

test('a mail is signed so that another’s verifier believes it, both unsubscribe headers among what is signed', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const dkim = {
    domain: 'larder.example',
    selector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const signing = createMailer({ smtpUrl: smtp.url, mailDir: '', dkim });
  await signing.send(MAIL, UNMARKED);
  signing.close();
  const [raw = ''] = smtp.received;
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const resolver = async (name: string) => {
    expect(name).toBe('s1._domainkey.larder.example');
    return [[`v=DKIM1; k=rsa; p=${key}`]];
  };
  const verify = async (mail: string) => (await dkimVerify(mail, { resolver })).results[0];
  const good = await verify(raw);
  expect(good).toMatchObject({
    signingDomain: 'larder.example',
    status: { result: 'pass', aligned: 'larder.example' },
  });
  expect(good?.signingHeaders?.keys).toMatch(
    /List-Unsubscribe: List-Unsubscribe-Post|List-Unsubscribe-Post/i,
  );
  const changed = await verify(raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Never'));
  expect(changed?.status.result).not.toBe('pass');
});

test('bounces come back to an address that names the message; the mail carries its id', async () => {
  const returning = createMailer({
    smtpUrl: smtp.url,
    mailDir: '',
    returnAddress: 'bounces@returns.larder.example',
  });
  await returning.send(MAIL, UNMARKED);
  returning.close();
  const [address = ''] = smtp.senders;
  expect(address).toMatch(/^bounces\+[0-9a-f]+@returns\.larder\.example$/);
  expect(idOfReturn(address.toUpperCase())).toBe('message-1');
  const [mail] = await smtp.parsed();
  expect(mail?.headers).toContainEqual(
    expect.objectContaining({ key: 'x-larder-message', value: 'message-1' }),
  );
  expect(mail?.from?.address).toBe('reminders@larder.example');
});

test('without an SMTP server mail becomes a file of its owner alone, for a week', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'larder-mail-'));
  const files = createMailer({ smtpUrl: null, mailDir: join(folder, 'mail') });
  await files.send(MAIL, UNMARKED);
  expect(readdirSync(join(folder, 'mail'))).toEqual(['message-1.eml']);
  const file = join(folder, 'mail/message-1.eml');
  expect(readFileSync(file, 'utf8')).toContain('Subject: Your reminder');
  const modes = [file, join(folder, 'mail')].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o600, 0o700]);
  const longAgo = Date.now() / 1000 - 8 * 86_400;
  utimesSync(file, longAgo, longAgo);
  writeFileSync(join(folder, 'mail/notes.txt'), 'not ours');
  utimesSync(join(folder, 'mail/notes.txt'), longAgo, longAgo);
  await files.send({ ...MAIL, messageId: 'message-2' }, UNMARKED);
  expect(readdirSync(join(folder, 'mail'))).toEqual(['message-2.eml', 'notes.txt']);
  rmSync(folder, { recursive: true });
});
