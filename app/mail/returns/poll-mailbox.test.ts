import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSentMails } from '../../../test/support/sent-mails';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { pollMailbox } from './poll-mailbox.server';

const bounceOf = (id: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.net',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      '',
      'Final-Recipient: rfc822; ada@example.test',
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@larder.example>`,
      '--b--',
    ].join('\r\n'),
  );

let ports: TestPorts;
let mails: Buffer[];

beforeEach(async () => {
  mails = [];
  ports = await makeTestPorts({
    outside: {
      returnMailbox: {
        async readNew(take) {
          for (const mail of mails) await take(mail);
          return mails.length;
        },
      },
    },
  });
});
afterEach(() => ports.close());

it('what a mailbox holds ends mail to who bounced; what is none of ours, and any other mail, is passed over', async () => {
  const { id: shopId } = await makeTestShop(ports);
  await addSentMails(ports, shopId, [{ id: 'message-of-ours', emailHash: 'ada', at: ports.clock.now() }]);
  mails = [
    Buffer.from('Subject: Lunch?\r\n\r\nHi'),
    bounceOf('message-of-others'),
    bounceOf('message-of-ours'),
  ];
  await pollMailbox(ports);
  await pollMailbox(ports);
  expect(await ports.db.read.prisma.suppression.findMany()).toMatchObject([
    { emailHash: 'ada', scope: 'all', source: 'bounce' },
  ]);
  expect(await ports.db.read.prisma.mailReturn.count()).toBe(1);
});

it('without a mailbox there is nothing to do', async () => {
  await pollMailbox({ ...ports, returnMailbox: null });
  expect(await ports.db.read.prisma.mailReturn.count()).toBe(0);
});
