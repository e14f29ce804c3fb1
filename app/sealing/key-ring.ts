import { createHash } from 'node:crypto';

export interface SealingKey {
  /** Names the key inside what it sealed, without telling anything about it. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** The first key seals; every key opens. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]];

export type ParsedKeys =
  { readonly ok: true; readonly keys: KeyRing } | { readonly ok: false; readonly problem: string };

const KEY_BYTES = 32;
export const HOW_TO_MAKE_A_KEY = 'Make one with: openssl rand -base64 32';

/** Reads keys of 32 bytes as base64, the present one first, older ones behind it, separated by commas. */
export function parseKeys(text: string): ParsedKeys {
  const keys: SealingKey[] = [];
  for (const [index, part] of text.split(',').entries()) {
    const encoded = part.trim();
    const bytes = Buffer.from(encoded, 'base64');
    // Node reads whatever it can of bad base64: what it read must be what was written.
    const isWhole = bytes.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
    if (!isWhole || bytes.length !== KEY_BYTES)
      return { ok: false, problem: `key ${index + 1} is not 32 bytes as base64. ${HOW_TO_MAKE_A_KEY}` };
    const key = { id: keyId(bytes), bytes };
    if (keys.some((held) => held.id === key.id))
      return { ok: false, problem: `key ${index + 1} stands there twice.` };
    keys.push(key);
  }
  const [first, ...older] = keys;
  return first ? { ok: true, keys: [first, ...older] } : { ok: false, problem: HOW_TO_MAKE_A_KEY };
}

function keyId(bytes: Buffer): string {
  return createHash('sha256').update('larder key id').update(bytes).digest('base64url').slice(0, 8);
}
