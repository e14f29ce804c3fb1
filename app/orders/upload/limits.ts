/** The largest upload: years of orders of a large shop. */
export const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

export const TOO_LARGE =
  'The file is larger than 2 GB. Export your orders in parts, one year at a time for example, and upload each.';

export const NO_ROOM = 'Larder has no room for this file just now. Try a smaller one, or again later.';

/** Shopify's orders have 500 lines at most. */
export const MAX_ORDER_LINES = 1_000;
