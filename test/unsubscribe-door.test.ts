/** What mail programs really write on the wire when they unsubscribe somebody (RFC 8058). */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailDoors, type MailDoors } from './support/mail-doors';

let doors: MailDoors;

beforeEach(async () => {
  doors = await openMailDoors();
});
afterEach(() => doors.close());

/** Writes to the door as it is, and returns the first line of the answer; null when the connection ended without one. */
async function write(path: string, head: string, body: string): Promise<string | null> {
  const socket = connect(Number(new URL(doors.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: larder.example.test\r\nConnection: close\r\n${head}\r\n${body}`,
  );
  await once(socket, 'close');
  return answer.split('\r\n')[0] || null;
}

const isSilenced = async () => (await doors.world.ports.db.read.prisma.suppression.count()) === 1;

const LARGE = 'x'.repeat(3_000_000);

test.each([
  ['no length and no type', '', ''],
  ['an empty body', 'Content-Length: 0\r\n', ''],
  [
    'chunks',
    'Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n',
    '1a\r\nList-Unsubscribe=One-Click\r\n0\r\n\r\n',
  ],
  ['an expectation', 'Expect: 100-continue\r\nContent-Length: 26\r\n', 'List-Unsubscribe=One-Click'],
  [
    'another origin and a cookie',
    'Origin: https://mail.example\r\nSec-Fetch-Site: cross-site\r\nCookie: a=b\r\nContent-Length: 0\r\n',
    '',
  ],
  ['a large body', `Content-Length: ${LARGE.length}\r\n`, LARGE],
  [
    'a large body in chunks',
    'Transfer-Encoding: chunked\r\n',
    `${LARGE.length.toString(16)}\r\n${LARGE}\r\n0\r\n\r\n`,
  ],
])('a post with %s ends the mail and is answered 200', async (_what, head, body) => {
  const { pathname } = new URL(doors.links.unsubscribe);
  expect(await write(pathname, head, body)).toMatch(/^HTTP\/1.1 (200|100)/);
  expect(await isSilenced()).toBe(true);
});

test('GET, HEAD and OPTIONS change nothing, whatever they carry', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    const answer = await fetch(`${doors.links.unsubscribe}?List-Unsubscribe=One-Click&choice=all`, {
      method,
    });
    expect(answer.status).toBe(200);
  }
  expect(await isSilenced()).toBe(false);
});
