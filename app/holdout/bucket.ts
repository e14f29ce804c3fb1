/** How many buckets a layer has; shares are in ten-thousandths. */
export const BUCKETS = 10_000;

/**
 * The bucket of a value, 0 to 9,999, evenly spread and independent between seeds. GrowthBook's hash, version 2: FNV-1a
 * over the decimal FNV-1a of seed + value. Formula and the golden cases beside this file: GrowthBook SDK, MIT licence,
 * Copyright (c) 2023 GrowthBook, Inc.
 */
export function bucketOf(seed: string, value: string): number {
  return fnv1a32(String(fnv1a32(seed + value))) % BUCKETS;
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
