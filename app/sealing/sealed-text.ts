import { createCipheriv, createDecipheriv } from 'node:crypto';
import { markedError } from '../marked-error';
import type { SealedPlace } from './sealed-place';
import type { KeyRing, SealingKey } from './key-ring';

/** `sealed1.KEY.DATA`: format, key id, and base64url of nonce, tag and cipher text (AES-256-GCM). */
const FORMAT = 'sealed1';
const SEALED = /^sealed1\.([\w-]{8})\.([\w-]+)$/;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** What cannot be opened: sealed with a key that is not here, moved to another place, changed, or never sealed. */
export class CannotOpen extends markedError('CannotOpen') {
  override readonly name = 'CannotOpen';
}

/** What everything sealed with a key begins with. */
export function sealedPrefix(key: Pick<SealingKey, 'id'>): string {
  return `${FORMAT}.${key.id}.`;
}

/** What everything sealed begins with, whatever the key. */
export const ANY_SEALED_PREFIX = `${FORMAT}.`;

/** @param nonce 12 random bytes, never used before with this key */
export function sealText(key: SealingKey, nonce: Buffer, text: string, place: SealedPlace): string {
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const data = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  return `${sealedPrefix(key)}${data.toString('base64url')}`;
}

/** @throws CannotOpen */
export function openText(keys: KeyRing, sealed: string, place: SealedPlace): string {
  const [, id = '', encoded = ''] = SEALED.exec(sealed) ?? [];
  const where = `${place.table}.${place.column}`;
  if (id === '') throw new CannotOpen(`A value of ${where} is not sealed.`);
  const key = keys.find((held) => held.id === id);
  if (!key) throw new CannotOpen(`No key opens a value of ${where}: it was sealed with key ${id}.`);
  const data = Buffer.from(encoded, 'base64url');
  const nonce = data.subarray(0, NONCE_BYTES);
  const tag = data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(place)).setAuthTag(tag);
    const text = decipher.update(data.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new CannotOpen(`A value of ${where} was changed, or belongs to another row.`, { cause });
  }
}

function boundTo({ table, column, shop, row }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, table, column, String(shop), row]));
}
