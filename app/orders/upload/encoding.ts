export type FileKind =
  | { readonly ok: true; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly ok: false; readonly problem: string };

/** Which file is meant, wherever another one was given. */
export const WHICH_FILE =
  'Larder reads Shopify’s order export: in Orders choose Export, all orders, “Plain CSV file”, and upload that file as it is.';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/** Where a text of such a beginning comes from. Looked at without its mark and blanks, in lower case. */
const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^%pdf-/, 'a PDF document'],
  [/^\{\\rtf/, 'a text document'],
  [/^<(!doctype html|html|head|body|table|meta)\b/, 'a web page'],
  [/^<(\?xml|[a-z]+[ >:])/, 'an XML file'],
  [/^(\{\s*"|\[\s*[{["])/, 'a JSON file'],
  [
    /^(from |return-path:|received:|mime-version:|delivered-to:)/,
    'a saved email; the export is attached to it',
  ],
];

/**
 * What kind of text a file holds, from its first bytes (four are enough, some hundred tell more). UTF-16 is told by its mark
 * or by its empty bytes; everything else that is text counts as UTF-8, its single lines as Windows-1252 where they are not.
 */
export function recogniseFile(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return refused(archiveKind(bytes));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('an old Excel workbook');
  if (
    startsWith(bytes, 0x1f, 0x8b) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(bytes, 0x52, 0x61, 0x72, 0x21)
  )
    return { ok: false, problem: 'This is a compressed file. Unpack it and upload the CSV file inside.' };
  if (isUtf32(bytes)) return { ok: false, problem: UTF_32 };
  const encoding = encodingOf(bytes);
  if (!encoding) return { ok: false, problem: `This is no text file. Upload the CSV file. ${WHICH_FILE}` };
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  const other = OTHER_TEXTS.find(([pattern]) => pattern.test(start));
  return other ? refused(other[1]) : { ok: true, encoding };
}

const UTF_32 =
  'This file is saved as UTF-32, which Larder does not read. Save it again as “CSV UTF-8”, or upload the file as Shopify sent it.';

/** By its mark or by the three empty bytes of each letter; either way nothing else begins so. */
function isUtf32(bytes: Uint8Array): boolean {
  const isMarked = startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff);
  const isEmptyBut = (letter: number) =>
    bytes.length >= 8 && bytes.subarray(0, 8).every((byte, index) => (byte === 0) !== (index % 4 === letter));
  return isMarked || isEmptyBut(0) || isEmptyBut(3);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (!bytes.subarray(0, 1024).includes(0)) return 'utf-8';
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 ? 'utf-16be' : null;
}

/** The names of the files inside stand in the archive as they are. */
function archiveKind(bytes: Uint8Array): string {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/xl\/|\[Content_Types\]|opendocument\.spreadsheet|\.numbers|Index\//.test(names)) return 'a workbook';
  return 'a workbook or a zip archive; unpack an archive first';
}

function refused(what: string): FileKind {
  return { ok: false, problem: `This is ${what}. Upload the CSV file. ${WHICH_FILE}` };
}
