import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Ports, Seals } from '../../ports';
import { uploadPath, listUploadNames } from './upload-files.server';

/**
 * Seals every waiting upload with the present key, or (`plain`) only those that are not sealed at all. A half arrived one has
 * its own writer.
 * @returns how many
 * @throws Error when one was sealed with a key that is not here
 */
export async function resealUploads(
  { config, seals }: Pick<Ports, 'config' | 'seals'>,
  which: 'all' | 'plain',
): Promise<number> {
  let count = 0;
  for (const name of await listUploadNames(config)) {
    if (name.endsWith('.part')) continue;
    const path = uploadPath(config, name);
    const standing = await seals.standingOf(path);
    if (standing === 'current' || (standing === 'older' && which === 'plain')) continue;
    const pieces = standing === 'plain' ? createReadStream(path) : readSealed(seals, path, name);
    await copySealed(seals, { path, name }, pieces);
    count += 1;
  }
  return count;
}

async function copySealed(
  seals: Seals,
  { path, name }: { path: string; name: string },
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await seals.createFile(`${path}.part`, name);
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.end();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

async function* readSealed(seals: Seals, path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = await seals.openFile(path, name);
  try {
    let at = 0;
    for (let piece = await file.readFrom(at); piece.length > 0; piece = await file.readFrom(at)) {
      yield piece;
      at += piece.length;
    }
  } finally {
    await file.close();
  }
}
