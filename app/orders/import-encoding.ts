export type FileKind =
  | { readonly ok: true; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly ok: false; readonly problem: string };

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/**
 * What kind of text a file holds, from its first bytes (four are enough, more are better). UTF-16 is told by its mark or by
 * its empty bytes; everything else that is text counts as UTF-8, its single lines as Windows-1252 where they are not.
 */
export function recogniseFile(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return refused('This is a workbook or a zip archive. Unpack it and upload the CSV file inside.');
  if (startsWith(bytes, 0x1f, 0x8b))
    return refused('This is a compressed file. Unpack it and upload the CSV file inside.');
  if (startsWith(bytes, 0xff, 0xfe)) return { ok: true, encoding: 'utf-16le' };
  if (startsWith(bytes, 0xfe, 0xff)) return { ok: true, encoding: 'utf-16be' };
  if (!bytes.includes(0)) return { ok: true, encoding: 'utf-8' };
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return { ok: true, encoding: 'utf-16le' };
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return { ok: true, encoding: 'utf-16be' };
  return refused('This is no text file. Upload the CSV file that Shopify’s order export made.');
}

function refused(problem: string): FileKind {
  return { ok: false, problem };
}
