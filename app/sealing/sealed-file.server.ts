/**
 * A sealed file is a head (format, key id, salt) and frames of equal size, each sealed by itself (AES-256-GCM), so that it
 * is written and read in little memory and from any place. The key is drawn from the file's own salt; a frame's nonce is
 * its number and whether it is the last one, and the file's name is sealed along: frames that were cut off, added,
 * swapped, repeated or taken from another file do not open (Hoang, Reyhanitabar, Rogaway, Vizár: STREAM, 2015).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { KeyRing, SealingKey } from './key-ring';
import { CannotOpen, TAG_BYTES } from './sealed-text';

const FORMAT = Buffer.from('larder sealed file 1\n');
const KEY_ID_BYTES = 8;
const SALT_BYTES = 32;
const HEAD_BYTES = FORMAT.length + KEY_ID_BYTES + SALT_BYTES;
export const FRAME_BYTES = 256 * 1024;
const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;

export interface SealedWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** The last frame, then onto the disk. Without it the file opens no further than its last whole frame. */
  end(): Promise<void>;
  close(): Promise<void>;
}

export interface SealedReader {
  /** What stands from a byte of the text up to the end of its frame; empty behind the last one. @throws CannotOpen */
  readFrom(byte: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @param name is sealed along: the file opens under no other */
export async function createSealedFile(key: SealingKey, path: string, name: string): Promise<SealedWriter> {
  const salt = randomBytes(SALT_BYTES);
  const frames = frameSealer(key, salt, name);
  const file = await open(path, 'w', 0o600);
  const held = Buffer.allocUnsafe(FRAME_BYTES);
  let heldBytes = 0;
  let number = 0;
  const flush = async (isLast: boolean) => {
    await file.write(frames.seal(number, isLast, held.subarray(0, heldBytes)));
    number += 1;
    heldBytes = 0;
  };
  await file.write(Buffer.concat([FORMAT, Buffer.from(key.id, 'latin1'), salt]));
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length;) {
        // A full frame waits for the next byte: only then is it known not to be the last one.
        if (heldBytes === FRAME_BYTES) await flush(false);
        const part = bytes.subarray(at, at + FRAME_BYTES - heldBytes);
        held.set(part, heldBytes);
        heldBytes += part.length;
        at += part.length;
      }
    },
    async end() {
      await flush(true);
      await file.sync();
    },
    close: () => file.close(),
  };
}

/** @throws CannotOpen when it is not sealed, or with a key that is not here; Error when it is not there. */
export async function openSealedFile(keys: KeyRing, path: string, name: string): Promise<SealedReader> {
  const file = await open(path, 'r');
  try {
    const head = await readHead(file);
    const key = head && keys.find((held) => held.id === head.keyId);
    if (!head) throw new CannotOpen('A file is not sealed.');
    if (!key) throw new CannotOpen(`No key opens a file: it was sealed with key ${head.keyId}.`);
    const { size } = await file.stat();
    const frames = frameSealer(key, head.salt, name);
    const count = Math.max(1, Math.ceil((size - HEAD_BYTES) / SEALED_FRAME_BYTES));
    return {
      async readFrom(byte) {
        const number = Math.floor(byte / FRAME_BYTES);
        if (number >= count) return Buffer.alloc(0);
        const sealed = await readAt(file, HEAD_BYTES + number * SEALED_FRAME_BYTES, SEALED_FRAME_BYTES);
        return frames.open(number, number === count - 1, sealed).subarray(byte - number * FRAME_BYTES);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Id of the key that a file was sealed with; null for one that is not sealed. */
export async function keyOfFile(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    return (await readHead(file))?.keyId ?? null;
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle): Promise<{ keyId: string; salt: Buffer } | null> {
  const head = await readAt(file, 0, HEAD_BYTES);
  if (head.length < HEAD_BYTES || !head.subarray(0, FORMAT.length).equals(FORMAT)) return null;
  const keyId = head.subarray(FORMAT.length, FORMAT.length + KEY_ID_BYTES).toString('latin1');
  return { keyId, salt: head.subarray(FORMAT.length + KEY_ID_BYTES) };
}

async function readAt(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(bytes), 0, bytes, at);
  return buffer.subarray(0, bytesRead);
}

function frameSealer(key: SealingKey, salt: Buffer, name: string) {
  const fileKey = Buffer.from(hkdfSync('sha256', key.bytes, salt, 'larder sealed file', 32));
  const bound = Buffer.from(name);
  const nonceOf = (number: number, isLast: boolean) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(number, 5, 6);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
  };
  return {
    seal(number: number, isLast: boolean, text: Buffer): Buffer {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(number, isLast)).setAAD(bound);
      return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    open(number: number, isLast: boolean, sealed: Buffer): Buffer {
      try {
        const nonce = nonceOf(number, isLast);
        const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(bound).setAuthTag(sealed.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
      } catch (cause) {
        throw new CannotOpen(`A file was changed or cut off at its frame ${number + 1}.`, { cause });
      }
    },
  };
}
