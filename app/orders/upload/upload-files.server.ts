import { chmod, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../config.server';
import type { Ports } from '../../ports';
import type { SealedReader } from '../../sealing/sealed-file.server';
import { HEADER_BYTES } from './header';
import { recogniseFile } from './encoding';
import { MAX_UPLOAD_BYTES, NO_ROOM, TOO_LARGE } from './limits';
import { findRoom, type Arriving, type Room } from './upload-room';

/** Of this process, which is the only one that writes beside its database. */
const arriving: Arriving = new Set();

/** Uploads lie beside the database, sealed. They hold names and addresses: each goes as soon as it has been read. */
const folderOf = (config: Config) => join(dirname(resolve(config.databaseFile)), 'uploads');

export function uploadPath(config: Config, storedAs: string): string {
  return join(folderOf(config), storedAs);
}

async function makeFolder(config: Config): Promise<void> {
  await mkdir(folderOf(config), { recursive: true, mode: 0o700 });
  await chmod(folderOf(config), 0o700);
}

type FilePorts = Pick<Ports, 'config' | 'seals'>;

/** @throws Error when the file is not there or is not as it was written. */
export async function openUpload({ config, seals }: FilePorts, storedAs: string): Promise<SealedReader> {
  return seals.openFile(uploadPath(config, storedAs), storedAs);
}

/** @param bytes what is to come; null when it is not said. @returns null when there is no room for it */
export async function findRoomFor(config: Config, bytes: number | null): Promise<Room | null> {
  await makeFolder(config);
  const free = async () => {
    const { bavail, bsize } = await statfs(folderOf(config));
    return bavail * bsize;
  };
  return findRoom(arriving, free, bytes);
}

/** Why an upload is not taken: a status of HTTP, and a sentence for the merchant. */
export interface Refusal {
  readonly ok: false;
  readonly status: number;
  readonly problem: string;
}

export type Written = { readonly ok: true; readonly bytes: number; readonly beginning: Uint8Array } | Refusal;

/**
 * Writes an upload as it arrives, as UTF-8, holding one piece of it at a time. What turns out to be no text, or larger than
 * there is room for, is deleted at once and read to its end all the same, so that the browser gets to hear why.
 * @throws Error when the upload breaks off; nothing of it is left.
 */
export async function writeUpload(
  { config, seals }: FilePorts,
  storedAs: string,
  pieces: AsyncIterable<Uint8Array>,
  room: Pick<Room, 'take'>,
): Promise<Written> {
  const path = uploadPath(config, storedAs);
  const partPath = `${path}.part`;
  await makeFolder(config);
  const file = await seals.createFile(partPath, storedAs);
  const remove = async () => {
    await file.close().catch(() => undefined);
    await rm(partPath, { force: true });
  };
  let refusal: Refusal | null = null;
  let toUtf8: Recoder | null = null;
  let bytes = 0;
  const write = async (text: Uint8Array): Promise<Refusal | null> => {
    bytes += text.length;
    if (bytes > MAX_UPLOAD_BYTES) return refuse(413, TOO_LARGE);
    if (!(await room.take(text.length))) return refuse(507, NO_ROOM);
    await file.write(text);
    return null;
  };
  try {
    for await (const piece of joinFirst(pieces)) {
      if (refusal) continue;
      if (!toUtf8) {
        const kind = recogniseFile(piece);
        if (kind.ok) toUtf8 = recoder(kind.encoding);
        else refusal = refuse(422, kind.problem);
      }
      if (toUtf8) refusal = await write(toUtf8(piece));
      if (refusal) await remove();
    }
    if (refusal) return refusal;
    const rest = toUtf8?.(new Uint8Array(0), true) ?? new Uint8Array(0);
    await file.write(rest);
    bytes += rest.length;
    await file.end();
    await file.close();
    await rename(partPath, path);
    return { ok: true, bytes, beginning: await readBeginning({ config, seals }, storedAs) };
  } catch (error) {
    await remove();
    if (refusal) return refusal;
    throw error;
  }
}

function refuse(status: number, problem: string): Refusal {
  return { ok: false, status, problem };
}

/** The first piece is made long enough to tell what kind of file it is. */
async function* joinFirst(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | null = new Uint8Array(0);
  for await (const piece of pieces) {
    if (!held) {
      yield piece;
      continue;
    }
    held = Buffer.concat([held, piece]);
    if (held.length < 1024) continue;
    yield held;
    held = null;
  }
  if (held && held.length > 0) yield held;
}

type Recoder = (piece: Uint8Array, isEnd?: boolean) => Uint8Array;

function recoder(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Recoder {
  if (encoding === 'utf-8') return (piece: Uint8Array) => piece;
  const decoder = new TextDecoder(encoding);
  return (piece: Uint8Array, isEnd = false) => Buffer.from(decoder.decode(piece, { stream: !isEnd }), 'utf8');
}

async function readBeginning(ports: FilePorts, storedAs: string): Promise<Uint8Array> {
  const file = await openUpload(ports, storedAs);
  try {
    return (await file.readFrom(0)).subarray(0, HEADER_BYTES);
  } finally {
    await file.close();
  }
}

/** Removes an upload, whole or half arrived; it may be gone already. */
export async function removeUpload(config: Config, storedAs: string): Promise<void> {
  await rm(uploadPath(config, storedAs), { force: true });
  await rm(`${uploadPath(config, storedAs)}.part`, { force: true });
}

/** Every upload of a shop, whatever the database knows of it. */
export async function removeShopUploads(config: Config, shopId: number): Promise<void> {
  for (const name of await listUploadNames(config))
    if (name.startsWith(`${shopId}-`)) await rm(uploadPath(config, name), { force: true });
}

/** What lies there since before an instant and is not among the names to keep. */
export async function removeStrayUploads(
  config: Config,
  keep: ReadonlySet<string>,
  before: Date,
): Promise<void> {
  for (const name of await listUploadNames(config)) {
    if (keep.has(name)) continue;
    const found = await stat(uploadPath(config, name)).catch(() => null);
    if (found && found.mtime < before) await rm(uploadPath(config, name), { force: true });
  }
}

export async function listUploadNames(config: Config): Promise<readonly string[]> {
  return readdir(folderOf(config)).catch(() => []);
}
