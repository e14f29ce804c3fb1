/** Real answers of mail servers and providers, given by a real SMTP server at the step where they are given. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestSmtp, type SmtpStep, type TestSmtp } from '../../test/support/test-smtp';
import type { MailRefusal, OutgoingMail } from '../ports';
import { createMailer } from './mailer.server';

const MAIL: OutgoingMail = {
  to: 'ada@example.test',
  from: '"Corner" <reminders@larder.example>',
  subject: 'Your reminder',
  html: '<p>Hello</p>',
  text: 'Hello',
  headers: {},
  messageId: 'message-1',
};

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
});

async function sendThrough(url: string, mail: Partial<OutgoingMail> = {}): Promise<unknown> {
  const mailer = createMailer({ smtpUrl: url, mailDir: '' });
  const end = await mailer.send({ ...MAIL, ...mail }, async () => undefined).catch((error: unknown) => error);
  mailer.close();
  return end;
}

async function startSmtp(options?: { login: boolean }): Promise<TestSmtp> {
  const smtp = await startTestSmtp(options);
  close = () => smtp.close();
  return smtp;
}

const ANSWERS: [SmtpStep, string, MailRefusal][] = [
  // before any mail
  ['connect', '554 No SMTP service here', 'sender-refused'],
  [
    'connect',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    'sender-refused',
  ],
  ['connect', '421 4.3.2 Service not available, closing channel', 'unreachable'],
  ['login', '535 5.7.8 Username and Password not accepted', 'login-refused'],
  ['login', '534 5.7.9 Application-specific password required', 'login-refused'],
  ['login', '454 4.7.0 Temporary authentication failure', 'unreachable'],
  // MAIL FROM names nobody but us
  ['sender', '530 5.7.0 Authentication Required', 'login-refused'],
  ['sender', '530 5.7.57 Client not authenticated to send mail', 'login-refused'],
  ['sender', '550 5.7.1 Sender rejected', 'sender-refused'],
  ['sender', '550 No such user', 'sender-refused'],
  [
    'sender',
    '553 5.7.1 <reminders@larder.example>: Sender address rejected: not owned by user larder',
    'sender-refused',
  ],
  ['sender', '552 5.3.4 Message size exceeds fixed limit', 'sender-refused'],
  ['sender', '501 5.1.7 Bad sender address syntax', 'sender-refused'],
  [
    'sender',
    '450 4.1.8 <reminders@larder.example>: Sender address rejected: Domain not found',
    'sender-refused',
  ],
  ['sender', '452 4.3.1 Insufficient system storage', 'unreachable'],
  ['sender', '421 Too many connections', 'unreachable'],
  ['sender', '451 4.3.0 Try again later', 'unreachable'],
  // RCPT TO, for good
  ['recipient', '550 No such mailbox', 'recipient-refused'],
  [
    'recipient',
    '550 5.1.1 <ada@example.test>: Recipient address rejected: User unknown in relay recipient table',
    'recipient-refused',
  ],
  [
    'recipient',
    '550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 double-checking the recipient’s email address',
    'recipient-refused',
  ],
  ['recipient', '550 5.1.2 Bad destination system address', 'recipient-refused'],
  ['recipient', '550 5.1.10 Recipient has a null MX', 'recipient-refused'],
  ['recipient', '550 5.2.1 The email account that you tried to reach is disabled', 'recipient-refused'],
  ['recipient', '550 5.4.1 Recipient address rejected: Access denied', 'recipient-refused'],
  ['recipient', '550 5.5.0 Requested action not taken: mailbox unavailable', 'recipient-refused'],
  [
    'recipient',
    '550 5.7.1 <ada@example.test>: Recipient address rejected: Access denied',
    'recipient-refused',
  ],
  ['recipient', '551 User not local', 'recipient-refused'],
  ['recipient', '552 5.2.2 Mailbox full', 'recipient-refused'],
  ['recipient', '552 Requested mail action aborted: exceeded storage allocation', 'recipient-refused'],
  ['recipient', '553 Requested action not taken: mailbox name not allowed', 'recipient-refused'],
  ['recipient', '554 delivery error: dd This user doesn’t have an account', 'recipient-refused'],
  ['recipient', '556 5.1.10 Domain does not accept mail', 'recipient-refused'],
  ['recipient', '550 <spam@example.test> unknown user', 'recipient-refused'],
  // RCPT TO, about us
  ['recipient', '554 5.7.1 <ada@example.test>: Relay access denied', 'sender-refused'],
  ['recipient', '550 5.7.54 Unable to relay recipient in non-accepted domain', 'sender-refused'],
  ['recipient', '550 relaying denied', 'sender-refused'],
  ['recipient', '530 Authentication required', 'login-refused'],
  [
    'recipient',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    'sender-refused',
  ],
  [
    'recipient',
    '550 5.7.25 The IP address sending this message does not have a PTR record',
    'sender-refused',
  ],
  [
    'recipient',
    '550 5.7.1 <reminders@larder.example>: Sender address rejected: Access denied',
    'sender-refused',
  ],
  ['recipient', '550 5.1.8 Access denied, bad outbound sender', 'sender-refused'],
  ['recipient', '550 5.7.606 Access denied, banned sending IP [192.0.2.1]', 'sender-refused'],
  ['recipient', '554 Free accounts are for test purposes only', 'sender-refused'],
  ['recipient', '503 5.5.1 Bad sequence of commands', 'sender-refused'],
  // RCPT TO, for now
  ['recipient', '450 4.2.1 Mailbox busy', 'asked-to-wait'],
  ['recipient', '451 4.7.1 Greylisting in action, please come back later', 'asked-to-wait'],
  [
    'recipient',
    '450 4.1.1 <ada@example.test>: Recipient address rejected: unverified address',
    'asked-to-wait',
  ],
  ['recipient', '452 4.2.2 The email account that you tried to reach is over quota', 'asked-to-wait'],
  ['recipient', '452 4.3.1 Insufficient system storage', 'unreachable'],
  ['recipient', '421 4.7.0 Try again later, closing connection', 'unreachable'],
  ['recipient', '450 4.7.1 Client host rejected: cannot find your reverse hostname', 'sender-refused'],
  // DATA
  [
    'data',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550 5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.',
    'sender-refused',
  ],
  [
    'data',
    '550 5.7.515 Access denied, sending domain larder.example doesn’t meet the required authentication level',
    'sender-refused',
  ],
  [
    'data',
    '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: ada@example.test',
    'sender-refused',
  ],
  ['data', '550 The from address does not match a verified Sender Identity', 'sender-refused'],
  ['data', '554 5.7.9 Message not accepted for policy reasons', 'sender-refused'],
  ['data', '552 5.3.4 Message too big', 'sender-refused'],
  ['data', '554 Not wanted', 'sender-refused'],
  ['data', '550 5.1.1 No such user here', 'recipient-refused'],
  ['data', '552 5.2.2 Mailbox full', 'recipient-refused'],
  ['data', '554 delivery error: dd This user doesn’t have an account', 'recipient-refused'],
  ['data', '451 4.3.0 Mail server temporarily rejected message', 'unreachable'],
  ['data', '451 Local error in processing', 'asked-to-wait'],
  ['data', '454 Throttling failure: Daily message quota exceeded', 'unreachable'],
  ['data', '421 4.7.28 Our system has detected an unusual rate of mail', 'unreachable'],
];

it.each(ANSWERS)('at %s “%s” is %s', async (at, says, refusal) => {
  const smtp = await startSmtp({ login: at === 'login' });
  smtp.behave({ at, says });
  expect(await sendThrough(smtp.url)).toMatchObject({ name: 'MailRefused', refusal });
  expect(smtp.received).toHaveLength(0);
});

describe('without an answer', () => {
  it('a server that is not there is unreachable, and so is one whose name nobody knows', async () => {
    const smtp = await startSmtp();
    await smtp.close();
    expect(await sendThrough(smtp.url)).toMatchObject({ refusal: 'unreachable' });
    expect(await sendThrough('smtp://nowhere.invalid:25')).toMatchObject({ refusal: 'unreachable' });
  });

  it('a server that does not speak TLS where it should is unreachable: no mail was handed over', async () => {
    const plain = createServer((socket) => void socket.end('220 hello\r\n'));
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const { port } = plain.address() as AddressInfo;
    expect(await sendThrough(`smtps://127.0.0.1:${port}`)).toMatchObject({ refusal: 'unreachable' });
    plain.close();
  });

  it('a recipient that is no address is refused; a sender that is none is ours', async () => {
    const { url } = await startSmtp();
    expect(await sendThrough(url, { to: 'nobody' })).toMatchObject({ refusal: 'recipient-refused' });
    expect(await sendThrough(url, { from: '<a b>@c' })).toMatchObject({ refusal: 'sender-refused' });
  });
});

it('says what the server said', async () => {
  const smtp = await startSmtp();
  smtp.behave({ at: 'sender', says: '530 5.7.0 Authentication Required' });
  expect(await sendThrough(smtp.url)).toMatchObject({ message: '530 5.7.0 Authentication Required' });
});
