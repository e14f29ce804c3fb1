import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestSmtp, type TestSmtp } from '../../test/support/test-smtp';
import type { Mailer, OutgoingMail } from '../ports';
import { createMailer } from './mailer.server';

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
  await mailer.send(MAIL);
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
  await expect(mailer.send(MAIL)).rejects.not.toMatchObject({ name: 'MailRefused' });
  expect(smtp.received).toHaveLength(1);
  smtp.behave('accept');
  await mailer.send({ ...MAIL, messageId: 'message-2' });
  const ids = (await smtp.parsed()).map((mail) => mail.messageId);
  expect(ids).toEqual(['<message-1@larder.example>', '<message-2@larder.example>']);
});

test('without an SMTP server mail becomes a file of its owner alone, for a week', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'larder-mail-'));
  const files = createMailer({ smtpUrl: null, mailDir: join(folder, 'mail') });
  await files.send(MAIL);
  expect(readdirSync(join(folder, 'mail'))).toEqual(['message-1.eml']);
  const file = join(folder, 'mail/message-1.eml');
  expect(readFileSync(file, 'utf8')).toContain('Subject: Your reminder');
  const modes = [file, join(folder, 'mail')].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o600, 0o700]);
  const longAgo = Date.now() / 1000 - 8 * 86_400;
  utimesSync(file, longAgo, longAgo);
  writeFileSync(join(folder, 'mail/notes.txt'), 'not ours');
  utimesSync(join(folder, 'mail/notes.txt'), longAgo, longAgo);
  await files.send({ ...MAIL, messageId: 'message-2' });
  expect(readdirSync(join(folder, 'mail'))).toEqual(['message-2.eml', 'notes.txt']);
  rmSync(folder, { recursive: true });
});
