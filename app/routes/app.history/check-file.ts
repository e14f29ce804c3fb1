import { recogniseFile } from '../../orders/upload/encoding';
import { checkHeader, HEADER_BYTES } from '../../orders/upload/header';
import { MAX_UPLOAD_BYTES, TOO_LARGE } from '../../orders/upload/limits';

/** What is wrong with a file, as far as its size and beginning tell; null when it looks like an order export. */
export async function checkFile(file: Blob): Promise<string | null> {
  if (file.size > MAX_UPLOAD_BYTES) return TOO_LARGE;
  const beginning = new Uint8Array(await file.slice(0, HEADER_BYTES * 2).arrayBuffer());
  const kind = recogniseFile(beginning);
  if (!kind.ok) return kind.problem;
  const text =
    kind.encoding === 'utf-8'
      ? beginning
      : new TextEncoder().encode(new TextDecoder(kind.encoding).decode(beginning));
  const checked = checkHeader(text);
  return checked.ok ? null : checked.problem;
}
