/** Letters and digits of any script, marks, hyphens and underscores: what Shopify makes of a title, and nothing of Liquid's. */
const HANDLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,254}$/u;

/** Whether a handle may stand inside a quoted string of Liquid code. Anything with quotes, braces, percent or blanks may not. */
export function isSafeHandle(handle: string): boolean {
  return HANDLE.test(handle);
}
