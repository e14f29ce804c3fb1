/** Signed posts of each provider, as their documents show them, at the public door. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CERTIFICATE_URL, makeSnsSigner, TOPIC, type SnsSigner } from '../../../test/support/sns-signer';
import { makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { NO_RETURNS } from '../../../test/support/test-ports';
import { action, loader } from '../../routes/mail.returns.$way';
import { hashAddress } from '../outbox/address-hash.server';
import type { ReturnWay } from './returned-mail';
import type { SnsMessage } from './sns-message';

const NOW = new Date('2026-11-12T10:00:00Z');
const POSTMARK = 'larder:a-long-password-for-postmark';
const MAILGUN = 'a-signing-key-of-mailgun';
const SECRET = 'a-secret-that-a-mail-server-has';
const ecKeys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const SENDGRID = ecKeys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

let world: ReminderWorld;
let signer: SnsSigner;
let fetched: string[];
let confirmed: string[];

beforeEach(async () => {
  signer = makeSnsSigner(NOW, { from: new Date('2026-01-01'), to: new Date('2027-01-01') });
  [fetched, confirmed] = [[], []];
  world = await makeReminderWorld({
    config: {
      mailReturns: {
        ...NO_RETURNS,
        secret: SECRET,
        sesTopic: TOPIC,
        postmark: POSTMARK,
        mailgunKey: MAILGUN,
        sendgridKey: SENDGRID,
      },
    },
    outside: {
      sns: {
        async certificate(url) {
          fetched.push(url);
          return url === CERTIFICATE_URL ? signer.certificate : null;
        },
        async confirm(url) {
          confirmed.push(url);
        },
      },
    },
  });
  await sent('m-1111111111', 'ada@example.test');
});
afterEach(() => world.ports.close());

const db = () => world.ports.db.read.prisma;
const hash = (email: string) => hashAddress(world.ports.config.apiSecret, world.shop.id, email);

/** A mail that went out a minute ago. */
async function sent(id: string, email: string): Promise<void> {
  const at = new Date(world.ports.clock.now().getTime() - 60_000);
  const data = { shopId: world.shop.id, id, kind: 'reminder', businessKey: id, subjectId: id, state: 'sent' };
  await world.ports.db.write((tx) =>
    tx.prisma.message.create({
      data: {
        ...data,
        emailHash: hash(email),
        meantFor: at,
        dueAt: at,
        createdAt: at,
        sentOnAt: at,
        sentAt: at,
      },
    }),
  );
}

async function post(
  way: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; words: string }> {
  const request = new Request(`https://larder.example.test/mail/returns/${way}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers },
  });
  const answer = await action({ request, params: { way }, context: { ports: world.ports } });
  return { status: answer.status, words: await answer.text() };
}

const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(secret).toString('base64')}` });
const suppressed = () => db().suppression.findMany({ orderBy: { at: 'asc' } });
const heard = () => db().mailReturn.findMany();

const MAIL = {
  timestamp: '2026-11-12T09:59:00.000Z',
  source: 'reminders@larder.example',
  messageId: '0102015b2b7b7b7b-00000000',
  destination: ['ada@example.test'],
  headersTruncated: false,
  headers: [
    { name: 'From', value: 'Corner <reminders@larder.example>' },
    { name: 'X-Larder-Message', value: 'm-1111111111' },
  ],
};
const sesBounce = (bounceType = 'Permanent') => ({
  notificationType: 'Bounce',
  bounce: {
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: 'ada@example.test',
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1',
      },
    ],
    timestamp: '2026-11-12T09:59:30.000Z',
    feedbackId: '00000138111222aa-33322211-cccc-cccc-cccc-ddddaaaa068a-000000',
    reportingMTA: 'dns; email.example.com',
  },
  mail: MAIL,
});
const sesComplaint = (complaintFeedbackType = 'abuse') => ({
  eventType: 'Complaint',
  complaint: {
    complainedRecipients: [{ emailAddress: 'ada@example.test' }],
    complaintFeedbackType,
    feedbackId: '000001378603177f-18c07c78-fa81-4a58-9dd1-fedc3cb8f49a-000000',
    timestamp: '2026-11-12T09:59:30.000Z',
  },
  mail: MAIL,
});
const bySns = (message: object, given: Partial<SnsMessage> = {}, version?: '1' | '2') =>
  signer.post({ Message: JSON.stringify(message), ...given }, version);

describe('Amazon SES', () => {
  it.each(['1', '2'] as const)(
    'tells of a hard bounce, signed by version %s: no mail goes there again',
    async (version) => {
      expect((await post('ses', bySns(sesBounce(), {}, version))).status).toBe(200);
      expect(await suppressed()).toMatchObject([
        { emailHash: hash('ada@example.test'), scope: 'all', source: 'bounce' },
      ]);
      expect(await heard()).toMatchObject([{ kind: 'hard-bounce', messageId: 'm-1111111111' }]);
    },
  );

  it('tells of a complaint; one that takes it back, and a delivery, are nothing', async () => {
    expect((await post('ses', bySns(sesComplaint('not-spam')))).status).toBe(200);
    const delivery = { eventType: 'Delivery', delivery: { recipients: [] }, mail: MAIL };
    expect((await post('ses', bySns(delivery))).status).toBe(200);
    expect(await suppressed()).toEqual([]);
    await post('ses', bySns(sesComplaint()));
    expect(await suppressed()).toMatchObject([{ source: 'complaint' }]);
  });

  it('finds the message by the address where the headers are not told', async () => {
    const { headers, ...bare } = MAIL;
    expect(headers).toHaveLength(2);
    await post('ses', bySns({ ...sesBounce(), mail: bare }));
    expect(await heard()).toMatchObject([{ kind: 'hard-bounce', messageId: null }]);
    expect(await suppressed()).toHaveLength(1);
  });

  it('has a subscription of its own topic confirmed, at Amazon’s address alone', async () => {
    const about = {
      Type: 'SubscriptionConfirmation',
      Message: 'You have chosen to subscribe',
      Token: '2336',
    } as const;
    const ours = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336';
    expect((await post('ses', signer.post({ ...about, SubscribeURL: ours }))).status).toBe(200);
    expect(confirmed).toEqual([ours]);
    for (const SubscribeURL of [
      'https://evil.example/?Action=ConfirmSubscription',
      'http://169.254.169.254/',
      undefined,
    ])
      expect((await post('ses', signer.post({ ...about, SubscribeURL }))).status).toBe(400);
    expect(confirmed).toEqual([ours]);
  });

  it.each<[string, Partial<SnsMessage>]>([
    ['another topic', { TopicArn: 'arn:aws:sns:eu-west-1:999999999999:mine' }],
    ['a certificate elsewhere', { SigningCertURL: 'https://evil.example/SimpleNotificationService.pem' }],
    [
      'a host that ends like Amazon’s',
      { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem' },
    ],
    ['a bucket of anybody’s', { SigningCertURL: 'https://sns.s3.amazonaws.com@evil.example/x.pem' }],
    ['a certificate over http', { SigningCertURL: CERTIFICATE_URL.replace('https', 'http') }],
    ['another port', { SigningCertURL: CERTIFICATE_URL.replace('.com/', '.com:8443/') }],
    ['no certificate', { SigningCertURL: CERTIFICATE_URL.replace('.pem', '') }],
    ['a message of last week', { Timestamp: '2026-11-05T10:00:00.000Z' }],
    ['a message of tomorrow', { Timestamp: '2026-11-13T10:00:00.000Z' }],
  ])('is not believed with %s, and nothing is fetched', async (_what, given) => {
    expect((await post('ses', bySns(sesBounce(), given))).status).toBe(401);
    expect([await heard(), fetched]).toEqual([[], []]);
  });

  it('is not believed with another signature, a changed message, an expired certificate', async () => {
    const stranger = makeSnsSigner(NOW, { from: new Date('2026-01-01'), to: new Date('2027-01-01') });
    const expired = makeSnsSigner(NOW, { from: new Date('2025-01-01'), to: new Date('2026-01-01') });
    const message = JSON.stringify(sesBounce());
    const changed = bySns(sesBounce()).replace('ada@', 'bob@');
    for (const body of [stranger.post({ Message: message }), changed])
      expect((await post('ses', body)).status).toBe(401);
    signer = expired;
    expect((await post('ses', bySns(sesBounce()))).status).toBe(401);
    expect(await heard()).toEqual([]);
  });

  it('is asked to come again while its certificate cannot be fetched', async () => {
    Object.assign(world.ports.sns, { certificate: () => Promise.reject(new Error('nobody there')) });
    expect((await post('ses', bySns(sesBounce()))).status).toBe(503);
  });
});

describe('Postmark', () => {
  const bounce = (given: object = {}) => ({
    RecordType: 'Bounce',
    ID: 42,
    Type: 'HardBounce',
    TypeCode: 1,
    Name: 'Hard bounce',
    MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
    Metadata: { 'larder-message': 'm-1111111111' },
    Email: 'ada@example.test',
    BouncedAt: '2026-11-12T09:59:00Z',
    Inactive: true,
    ...given,
  });
  const postmark = (body: object, secret = POSTMARK) => post('postmark', JSON.stringify(body), basic(secret));

  it('tells of bounces and complaints, with user and password in its address', async () => {
    expect((await postmark(bounce())).status).toBe(200);
    expect(await heard()).toMatchObject([{ kind: 'hard-bounce', messageId: 'm-1111111111' }]);
    await postmark(bounce({ RecordType: 'SpamComplaint', Type: 'SpamComplaint', ID: 5 }));
    expect((await suppressed()).map(({ source }) => source).sort()).toEqual(['bounce', 'complaint']);
  });

  it('is nothing for what is no bounce: an automatic answer, a delivery, a click', async () => {
    for (const body of [
      bounce({ Type: 'AutoResponder' }),
      { RecordType: 'Delivery' },
      { RecordType: 'Click' },
      bounce({ Type: 'constructor' }),
    ])
      expect((await postmark(body)).status).toBe(200);
    expect(await heard()).toEqual([]);
  });

  it('is not believed without its secret', async () => {
    for (const secret of ['larder:wrong', '', POSTMARK.slice(0, -1), `${POSTMARK}x`])
      expect((await postmark(bounce(), secret)).status).toBe(401);
    expect((await post('postmark', JSON.stringify(bounce()))).status).toBe(401);
  });
});

describe('Mailgun', () => {
  const event = (given: object = {}) => ({
    event: 'failed',
    id: 'G9Bn5sl1TC6nu79C8C0bwg',
    severity: 'permanent',
    reason: 'suppress-bounce',
    'delivery-status': { code: 605, message: 'Not delivering to previously bounced address' },
    recipient: 'ada@example.test',
    message: { headers: { 'message-id': 'm-1111111111@larder.example', to: 'ada@example.test' } },
    ...given,
  });
  const signed = (data: unknown, at = NOW, key = MAILGUN) => {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const token = 'a'.repeat(50);
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex');
    return JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': data });
  };

  it('tells of what failed for good and of complaints', async () => {
    expect((await post('mailgun', signed(event()))).status).toBe(200);
    expect(await heard()).toMatchObject([{ kind: 'hard-bounce', messageId: 'm-1111111111' }]);
    await post('mailgun', signed(event({ event: 'complained', id: 'other' })));
    expect(await suppressed()).toHaveLength(2);
  });

  it('goes on trying what failed for now; what it gave up, or its provider refused us, is soft', async () => {
    const about = (code: string) => ({ 'delivery-status': { code: 550, 'enhanced-code': code } });
    await post('mailgun', signed(event({ severity: 'temporary' })));
    expect(await heard()).toEqual([]);
    await post('mailgun', signed(event({ reason: 'old' })));
    await post('mailgun', signed(event({ id: 'b', reason: 'bounce', ...about('5.7.1') })));
    await post('mailgun', signed(event({ id: 'c', reason: 'bounce', ...about('5.1.1') })));
    expect((await heard()).map(({ kind }) => kind).sort()).toEqual([
      'hard-bounce',
      'soft-bounce',
      'soft-bounce',
    ]);
  });

  it('is believed when the main account signed for a subaccount', async () => {
    const { signature, ...rest } = JSON.parse(signed(event())) as { signature: { signature: string } };
    const byParent = { ...signature, signature: 'f'.repeat(64), 'parent-signature': signature.signature };
    expect((await post('mailgun', JSON.stringify({ ...rest, signature: byParent }))).status).toBe(200);
  });

  it('is not believed with another key, or after days', async () => {
    expect((await post('mailgun', signed(event(), NOW, 'another-key-of-mailgun'))).status).toBe(401);
    expect((await post('mailgun', signed(event(), new Date(NOW.getTime() - 5 * 86_400_000)))).status).toBe(
      401,
    );
  });
});

describe('SendGrid', () => {
  const told = (given: object = {}) => ({
    email: 'ada@example.test',
    timestamp: 1794477600,
    'smtp-id': '<m-1111111111@larder.example>',
    event: 'bounce',
    type: 'bounce',
    sg_event_id: 'Ym91bmNlLTAtMTIzNA',
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001',
    reason: '550 5.1.1 The email account does not exist',
    status: '5.1.1',
    ...given,
  });
  const sendgrid = (batch: unknown, given: { at?: Date; changed?: string } = {}) => {
    const body = JSON.stringify(batch);
    const timestamp = String(Math.floor((given.at ?? NOW).getTime() / 1000));
    const signature = sign('sha256', Buffer.from(timestamp + body), ecKeys.privateKey).toString('base64');
    return post('sendgrid', given.changed ?? body, {
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': timestamp,
    });
  };

  it('tells of many at once', async () => {
    await sent('m-2222222222', 'bob@example.test');
    const batch = [
      told({ event: 'processed', sg_event_id: 'p' }),
      told(),
      told({ event: 'spamreport', email: 'bob@example.test', 'smtp-id': undefined, sg_event_id: 's' }),
      told({ event: 'open', sg_event_id: 'o' }),
    ];
    expect((await sendgrid(batch)).status).toBe(200);
    expect((await heard()).map(({ kind }) => kind).sort()).toEqual(['complaint', 'hard-bounce']);
  });

  it('is soft where the provider was blocked, and hard where it had bounced before', async () => {
    await sendgrid([told({ type: 'blocked' })]);
    expect(await suppressed()).toEqual([]);
    await sendgrid([told({ event: 'dropped', reason: 'Bounced Address', sg_event_id: 'd' })]);
    expect(await suppressed()).toHaveLength(1);
    await sendgrid([told({ event: 'dropped', reason: 'Unsubscribed Address', sg_event_id: 'u' })]);
    expect(await heard()).toHaveLength(2);
  });

  it('is not believed when the body was changed, signed by another, or long ago', async () => {
    expect(
      (await sendgrid([told()], { changed: JSON.stringify([told({ email: 'x@example.test' })]) })).status,
    ).toBe(401);
    expect((await sendgrid([told()], { at: new Date(NOW.getTime() - 5 * 86_400_000) })).status).toBe(401);
    expect((await post('sendgrid', '[]')).status).toBe(401);
    const odd = {
      'x-twilio-email-event-webhook-signature': 'x',
      'x-twilio-email-event-webhook-timestamp': '1',
    };
    expect((await post('sendgrid', '[]', odd)).status).toBe(401);
    expect(await heard()).toEqual([]);
  });
});

describe('any of them', () => {
  const hardBounce = () => post('ses', bySns(sesBounce()));

  it('told again and again acts once', async () => {
    for (let time = 0; time < 3; time += 1) expect((await hardBounce()).status).toBe(200);
    expect(await heard()).toHaveLength(1);
    expect(await suppressed()).toHaveLength(1);
  });

  it('told at once, twice, acts once', async () => {
    const answers = await Promise.all([hardBounce(), hardBounce()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await heard()).toHaveLength(1);
  });

  it('answers the same for an address that nobody wrote to', async () => {
    const known = await hardBounce();
    const stranger = JSON.parse(JSON.stringify(sesBounce()).replaceAll('ada@', 'nobody@')) as object;
    expect(await post('ses', bySns({ ...stranger, mail: {} }))).toEqual(known);
    expect(await heard()).toHaveLength(1);
  });

  it('is about the address that was written to, where the mail was forwarded', async () => {
    await post(
      'ses',
      bySns(JSON.parse(JSON.stringify(sesBounce()).replaceAll('ada@', 'forwarded@')) as object),
    );
    expect(await suppressed()).toMatchObject([{ emailHash: hash('ada@example.test') }]);
  });

  it.each(['ses', 'postmark', 'mailgun', 'sendgrid', 'mail'] satisfies ReturnWay[])(
    'at %s, what is nonsense gets a clear no and changes nothing',
    async (way) => {
      const bodies = [
        '',
        '{',
        'null',
        '[]',
        '{}',
        '"x"',
        '[[]]',
        '{"__proto__":{}}',
        '\u0000',
        'x'.repeat(1000),
        '{"Type":"Notification"}',
      ];
      for (const body of bodies) {
        const { status, words } = await post(way, body, basic(way === 'mail' ? SECRET : POSTMARK));
        expect([400, 401]).toContain(status);
        expect(words).toMatch(/^(This|The|It) .+\.$/);
      }
      expect((await post(way, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
      expect(await heard()).toEqual([]);
    },
  );

  it('is not there where it is not set up, nor by another name or method', async () => {
    Object.assign(world.ports.config, { mailReturns: NO_RETURNS });
    for (const way of ['ses', 'postmark', 'mailgun', 'sendgrid', 'mail', 'sparkpost', '__proto__'])
      expect((await post(way, '{}', basic(POSTMARK))).status).toBe(404);
    expect(loader().status).toBe(405);
    const request = new Request('https://larder.example.test/mail/returns/ses', {
      method: 'PUT',
      body: '{}',
    });
    const answer = await action({
      request,
      params: { way: 'ses' },
      context: { ports: world.ports },
    });
    expect(answer.status).toBe(405);
  });
});
