import { randomBytes } from 'node:crypto';
import type { Seals } from '../ports';
import type { KeyRing } from './key-ring';
import { createSealedFile, keyOfFile, openSealedFile } from './sealed-file.server';
import { ANY_SEALED_PREFIX, NONCE_BYTES, openText, sealedPrefix, sealText } from './sealed-text';

/** @see Seals */
export function createSeals(keys: KeyRing): Seals {
  const [current] = keys;
  return {
    prefixes: {
      any: ANY_SEALED_PREFIX,
      current: sealedPrefix(current),
      known: keys.map((key) => sealedPrefix(key)),
    },
    seal: (text, place) => sealText(current, randomBytes(NONCE_BYTES), text, place),
    open: (sealed, place) => openText(keys, sealed, place),
    createFile: (path, name) => createSealedFile(current, path, name),
    openFile: (path, name) => openSealedFile(keys, path, name),
    async standingOf(path) {
      const id = await keyOfFile(path);
      if (id === null) return 'plain';
      if (id === current.id) return 'current';
      return keys.some((key) => key.id === id) ? 'older' : 'unknown';
    },
  };
}
