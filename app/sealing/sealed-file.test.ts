import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testKeys } from '../../test/support/test-ports';
import { FRAME_BYTES } from './sealed-file.server';
import { createSeals } from './seals.server';

const OLD = Buffer.alloc(32, 'old').toString('base64');
const NEW = Buffer.alloc(32, 'new').toString('base64');
const HEAD = 61;
const SEALED_FRAME = FRAME_BYTES + 16;
const seals = createSeals(testKeys(OLD));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larder-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = (name: string) => join(folder, name);

/** Bytes that differ from place to place. */
function counted(bytes: number): Buffer {
  const text = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4) text.writeUInt32LE(at, at);
  return text;
}

async function write(name: string, text: Uint8Array, pieceBytes = 100_000): Promise<void> {
  const file = await seals.createFile(pathOf(name), name);
  for (let at = 0; at < text.length; at += pieceBytes) await file.write(text.subarray(at, at + pieceBytes));
  await file.end();
  await file.close();
}

async function read(name: string, from = 0, opener = seals): Promise<Buffer> {
  const file = await opener.openFile(pathOf(name), name);
  const pieces: Buffer[] = [];
  try {
    for (let at = from; ;) {
      const piece = await file.readFrom(at);
      if (piece.length === 0) return Buffer.concat(pieces);
      pieces.push(piece);
      at += piece.length;
    }
  } finally {
    await file.close();
  }
}

test.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 3 * FRAME_BYTES + 12_345])(
  '%i bytes come back whole, and from any place',
  async (bytes) => {
    const text = counted(bytes);
    await write('a', text);
    expect((await read('a')).equals(text)).toBe(true);
    for (const from of [1, FRAME_BYTES - 1, FRAME_BYTES, 2 * FRAME_BYTES + 7].filter((at) => at <= bytes))
      expect((await read('a', from)).equals(text.subarray(from))).toBe(true);
    expect(await read('a', bytes)).toHaveLength(0);
  },
);

test('nothing of the text can be read in the file, which is its owner’s alone', async () => {
  const text = Buffer.from('Ada Lovelace, ada@example.test\n'.repeat(20_000));
  await write('a', text);
  expect(readFileSync(pathOf('a')).includes('ada@example')).toBe(false);
  expect(statSync(pathOf('a')).mode & 0o777).toBe(0o600);
});

describe('a file that is not as it was written does not open', () => {
  const text = counted(3 * FRAME_BYTES + 500);
  const frame = (bytes: Buffer, n: number) =>
    bytes.subarray(HEAD + n * SEALED_FRAME, HEAD + (n + 1) * SEALED_FRAME);
  const changes: [string, (bytes: Buffer) => Buffer][] = [
    ['cut off in a frame', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['cut off in a tag', (bytes) => bytes.subarray(0, HEAD + 3 * SEALED_FRAME + 3)],
    ['cut off between frames', (bytes) => bytes.subarray(0, HEAD + 3 * SEALED_FRAME)],
    ['cut off after its head', (bytes) => bytes.subarray(0, HEAD)],
    ['with a byte added', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['with its last frame twice', (bytes) => Buffer.concat([bytes, frame(bytes, 3)])],
    [
      'with two frames swapped',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, HEAD),
          frame(bytes, 1),
          frame(bytes, 0),
          bytes.subarray(HEAD + 2 * SEALED_FRAME),
        ]),
    ],
    [
      'without a frame',
      (bytes) => Buffer.concat([bytes.subarray(0, HEAD), bytes.subarray(HEAD + SEALED_FRAME)]),
    ],
    [
      'with a bit turned',
      (bytes) => Buffer.from(bytes.map((byte, at) => (at === HEAD + 99 ? byte ^ 1 : byte))),
    ],
    [
      'with another salt',
      (bytes) => Buffer.from(bytes.map((byte, at) => (at === HEAD - 1 ? byte ^ 1 : byte))),
    ],
  ];
  test.each(changes)('%s', async (_what, change) => {
    await write('a', text);
    writeFileSync(pathOf('a'), change(readFileSync(pathOf('a'))));
    await expect(read('a')).rejects.toMatchObject({ name: 'CannotOpen' });
  });

  test('with a frame of another file, or under another name', async () => {
    await write('a', text);
    await write('b', text);
    const [a, b] = [readFileSync(pathOf('a')), readFileSync(pathOf('b'))];
    writeFileSync(pathOf('b'), a);
    await expect(read('b')).rejects.toMatchObject({ name: 'CannotOpen' });
    const mixed = [a.subarray(0, HEAD), frame(b, 0), a.subarray(HEAD + SEALED_FRAME)];
    writeFileSync(pathOf('a'), Buffer.concat(mixed));
    await expect(read('a')).rejects.toMatchObject({ name: 'CannotOpen' });
  });

  test('half written, or never sealed', async () => {
    const file = await seals.createFile(pathOf('a'), 'a');
    await file.write(text);
    await file.close();
    await expect(read('a')).rejects.toMatchObject({ name: 'CannotOpen' });
    writeFileSync(pathOf('b'), 'Name,Email\n#1,ada@example.test\n'.repeat(10));
    await expect(read('b')).rejects.toThrow('A file is not sealed.');
    expect(await seals.standingOf(pathOf('b'))).toBe('plain');
  });
});

test('an older key still opens; without it the file says so', async () => {
  await write('a', counted(1000));
  const rotated = createSeals(testKeys(NEW, OLD));
  expect((await read('a', 0, rotated)).equals(counted(1000))).toBe(true);
  expect(await rotated.standingOf(pathOf('a'))).toBe('older');
  await expect(read('a', 0, createSeals(testKeys(NEW)))).rejects.toThrow('No key opens a file');
});
