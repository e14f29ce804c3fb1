import { Transform } from 'node:stream';

/** Replaces every occurrence of `needle` (ASCII) in a byte stream, also across chunks, holding back no more than a part of it. */
export function rewriteStream(needle: string, replacement: string): Transform {
  let held = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // latin1 keeps every byte as it is
      const text = (held + chunk.toString('latin1')).replaceAll(needle, replacement);
      const keep = partAtEnd(text, needle);
      held = text.slice(text.length - keep);
      done(null, Buffer.from(text.slice(0, text.length - keep), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(held, 'latin1'));
    },
  });
}

/** How many characters at the end may be the beginning of the needle. */
function partAtEnd(text: string, needle: string): number {
  for (let length = Math.min(needle.length - 1, text.length); length > 0; length -= 1) {
    if (needle.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
