import hoodiecrow from 'hoodiecrow-imap';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReturnMailbox } from './return-mailbox.server';

let server: ReturnType<typeof hoodiecrow>;
let url: string;

beforeEach(async () => {
  server = hoodiecrow({
    plugins: ['ID', 'NAMESPACE', 'UIDPLUS'],
    users: { 'bounces@larder.example': { password: 'a pass/word' } },
    storage: {
      INBOX: {
        messages: [
          { raw: 'Subject: first\r\n\r\none', uid: 11 },
          { raw: 'Subject: seen\r\n\r\ntwo', uid: 12, flags: ['\\Seen'] },
          { raw: `Subject: third\r\n\r\n${'x'.repeat(100)}`, uid: 13 },
        ],
      },
    },
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.server.address() as AddressInfo;
  url = `imap://${encodeURIComponent('bounces@larder.example')}:${encodeURIComponent('a pass/word')}@127.0.0.1:${port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

it('reads what is unread, oldest first, once', async () => {
  const taken: string[] = [];
  const mailbox = createReturnMailbox(url);
  const take = async (raw: Uint8Array) => void taken.push(Buffer.from(raw).toString('utf8').slice(0, 16));
  expect(await mailbox.readNew(take)).toBe(2);
  expect(taken).toEqual(['Subject: first\r\n', 'Subject: third\r\n']);
  expect(await mailbox.readNew(take)).toBe(0);
});

it('leaves unread what could not be taken', async () => {
  const mailbox = createReturnMailbox(url);
  await expect(mailbox.readNew(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await mailbox.readNew(async () => undefined)).toBe(2);
});

it('says when it is not let in, or nobody is there', async () => {
  await expect(
    createReturnMailbox(url.replace('pass', 'fail')).readNew(async () => undefined),
  ).rejects.toThrow();
  await expect(
    createReturnMailbox('imap://a:b@127.0.0.1:1').readNew(async () => undefined),
  ).rejects.toThrow();
});
