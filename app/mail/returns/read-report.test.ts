import { describe, expect, it } from 'vitest';
import { returnTo } from '../../email/return-address';
import { readReport } from './read-report';

const ID = 'Ab-cD_efGhIjKlMnOpQrSt';

interface Part {
  readonly type: string;
  readonly text: string;
}

const report = (type: string, parts: readonly Part[], headers: readonly string[] = []): Uint8Array =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.net',
      'To: bounces@larder.example',
      ...headers,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      ...parts.flatMap((part) => ['--b', `Content-Type: ${part.type}`, '', part.text]),
      '--b--',
      '',
    ].join('\r\n'),
  );

const status = (code: string, action = 'failed'): Part => ({
  type: 'message/delivery-status',
  text: [
    'Reporting-MTA: dns; mx.example.net',
    '',
    'Original-Recipient: rfc822;ada@example.test',
    'Final-Recipient: rfc822; forwarded@example.org',
    `Action: ${action}`,
    `Status: ${code} (a comment)`,
    'Diagnostic-Code: smtp; 550 5.1.1 <ada@example.test>:',
    '    Recipient address rejected',
  ].join('\r\n'),
});
const returned = (type = 'message/rfc822', header = `Message-ID: <${ID}@larder.example>`): Part => ({
  type,
  text: ['From: Corner <reminders@larder.example>', header, 'Subject: Coffee', '', 'Hello'].join('\r\n'),
});

describe('a delivery status', () => {
  it.each([
    ['5.1.1', 'hard-bounce'],
    ['5.2.1', 'hard-bounce'],
    ['5.0.0', 'hard-bounce'],
    ['5.4.1', 'hard-bounce'],
    ['4.2.2', 'soft-bounce'],
    ['4.4.7', 'soft-bounce'],
    // about the mailbox’s room, our content, our host
    ['5.2.2', 'soft-bounce'],
    ['5.3.4', 'soft-bounce'],
    ['5.7.1', 'soft-bounce'],
    ['5.1.8', 'soft-bounce'],
  ])('of %s is a %s', async (code, kind) => {
    expect(await readReport(report('delivery-status', [status(code), returned()]))).toMatchObject([
      { kind, messageId: ID, email: 'ada@example.test' },
    ]);
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('that it was %s is nothing', async (action) => {
    expect(await readReport(report('delivery-status', [status('4.4.7', action), returned()]))).toEqual([]);
  });

  it.each([
    ['the headers alone', returned('text/rfc822-headers')],
    ['our own header', returned('message/rfc822', `X-Larder-Message: ${ID}`)],
    ['a folded header', returned('message/rfc822', `Message-ID:\r\n <${ID}@larder.example>`)],
  ])('brings the message back by %s', async (_how, part) => {
    expect(await readReport(report('delivery-status', [status('5.1.1'), part]))).toMatchObject([
      { messageId: ID },
    ]);
  });

  it('brings it back by the address that it came to, whatever became of its letters', async () => {
    const to = returnTo('bounces@larder.example', ID);
    for (const header of [`Delivered-To: ${to}`, `X-Original-To: ${to.toUpperCase()}`])
      expect(await readReport(report('delivery-status', [status('5.1.1')], [header]))).toMatchObject([
        { messageId: ID },
      ]);
  });

  it('without our id is not believed: anybody can write to the mailbox', async () => {
    expect(await readReport(report('delivery-status', [status('5.1.1')]))).toEqual([]);
    const others = returned('message/rfc822', 'Message-ID: <a b@x>');
    expect(await readReport(report('delivery-status', [status('5.1.1'), others]))).toEqual([]);
  });

  it('whose body only looks like one of ours brings nothing back', async () => {
    const text = ['Subject: x', '', `Message-ID: <${ID}@larder.example>`].join('\r\n');
    const part = { type: 'message/rfc822', text };
    expect(await readReport(report('delivery-status', [status('5.1.1'), part]))).toEqual([]);
  });
});

describe('a reader’s complaint', () => {
  const feedback = (type: string): Part => ({
    type: 'message/feedback-report',
    text: [
      `Feedback-Type: ${type}`,
      'User-Agent: SomeGenerator/1.0',
      'Version: 1',
      'Original-Rcpt-To: <ada@example.test>',
    ].join('\r\n'),
  });

  it.each(['abuse', 'fraud', 'Abuse'])('of %s is one', async (type) => {
    expect(await readReport(report('feedback-report', [feedback(type), returned()]))).toMatchObject([
      { kind: 'complaint', messageId: ID, email: 'ada@example.test' },
    ]);
  });

  it.each(['not-spam', 'auth-failure', 'virus', ''])('of “%s” is none', async (type) => {
    expect(await readReport(report('feedback-report', [feedback(type), returned()]))).toEqual([]);
  });
});

it.each([
  ['nothing', ''],
  ['an answer of a person', 'From: ada@example.test\r\nSubject: Re: Coffee\r\n\r\nThank you!'],
  ['an automatic answer', 'From: ada@example.test\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.'],
  ['bytes', '\u0000\u0001\u0002'],
  [
    'a part that never ends',
    'Content-Type: multipart/report; boundary="b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n',
  ],
])('%s reports nothing', async (_what, text) => expect(await readReport(Buffer.from(text))).toEqual([]));

it('the same report twice is the same event, another is another', async () => {
  const [first] = await readReport(report('delivery-status', [status('5.1.1'), returned()]));
  const [again] = await readReport(report('delivery-status', [status('5.1.1'), returned()]));
  const [other] = await readReport(report('delivery-status', [status('5.1.1'), returned()], ['X-Seen: 2']));
  expect(again?.eventId).toBe(first?.eventId);
  expect(other?.eventId).not.toBe(first?.eventId);
});
