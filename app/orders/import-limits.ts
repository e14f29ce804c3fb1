/** The largest upload: years of orders of a large shop. */
export const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

export const TOO_LARGE =
  'The file is larger than 2 GB. Export your orders in parts, one year at a time for example, and upload each.';
