import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { WorldSnapshot } from '../world-snapshot';
import { packOrders, unpackOrders } from './pack-orders';
import type { PackedOrders } from './pack-orders';

const MAGIC = 'LARDER-DEMO-2\n';
const DIGEST_BYTES = 32;

/** Writes a snapshot whole or not at all: a temporary file beside it, then a rename. */
export async function writeSnapshot(file: string, snapshot: WorldSnapshot): Promise<void> {
  const { records, ...rest } = snapshot;
  const body = serialize({
    ...rest,
    records: { ...records, orders: [] },
    packed: packOrders(records.orders),
  });
  const digest = createHash('sha256').update(body).digest();
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.unfinished`;
  await writeFile(unfinished, Buffer.concat([Buffer.from(MAGIC), digest, body]));
  await rename(unfinished, file);
}

/**
 * Reads a snapshot; null when there is none.
 * @throws Error with one sentence when the file is damaged or of another version
 */
export async function readSnapshot(file: string): Promise<WorldSnapshot | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!bytes) return null;
  const head = bytes.subarray(0, MAGIC.length).toString('latin1');
  if (head !== MAGIC) {
    const known = head.startsWith('LARDER-DEMO-');
    throw unreadable(file, known ? 'was written by another version' : 'is not a demo store');
  }
  const body = bytes.subarray(MAGIC.length + DIGEST_BYTES);
  const digest = bytes.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES);
  if (!createHash('sha256').update(body).digest().equals(digest)) throw unreadable(file, 'is damaged');
  const { packed, records, ...rest } = deserialize(body) as WorldSnapshot & {
    packed: PackedOrders;
  };
  return { ...rest, records: { ...records, orders: unpackOrders(packed) } };
}

function unreadable(file: string, what: string): Error {
  return new Error(`The saved demo store ${file} ${what}. Run with --fresh to start over.`);
}
