import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';

/**
 * Reads the records of a CSV file in batches, gzipped or not (told by its first bytes), without holding it whole.
 * Quoted fields may contain commas, doubled quotes and line breaks (RFC 4180).
 * @param onBytes called with the number of bytes of the file read so far
 */
export async function* readCsv(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string[][]> {
  const zipped = await isGzip(file);
  const counted = countBytes(createReadStream(file, { highWaterMark: 1 << 18 }), onBytes);
  const plain = zipped ? unzip(counted) : counted;
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of plain) {
    const { records, tail } = takeRecords(rest + decoder.write(chunk));
    rest = tail;
    yield records;
  }
  rest += decoder.end();
  if (rest !== '') yield takeRecords(`${rest}\n`).records;
}

async function* countBytes(
  source: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    onBytes((bytes += chunk.length));
    yield chunk;
  }
}

/** A damaged archive ends the iteration with zlib's error. */
function unzip(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source), createGunzip(), () => undefined);
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function takeRecords(text: string): { records: string[][]; tail: string } {
  const records: string[][] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfRecord(text, start);
    if (end < 0) break;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    if (line !== '') records.push(line.includes('"') ? splitQuoted(line) : line.split(','));
    start = end + 1;
  }
  return { records, tail: text.slice(start) };
}

/** Place of the line break that ends the record, or -1: a record with an odd number of quotes goes on. */
function endOfRecord(text: string, start: number): number {
  let end = text.indexOf('\n', start);
  let quote = text.indexOf('"', start);
  if (quote < 0 || quote > end) return end;
  let open = false;
  while (end >= 0) {
    while (quote >= 0 && quote < end) {
      open = !open;
      quote = text.indexOf('"', quote + 1);
    }
    if (!open) return end;
    end = text.indexOf('\n', end + 1);
  }
  return -1;
}

function splitQuoted(line: string): string[] {
  const fields: string[] = [];
  let place = 0;
  while (place <= line.length) {
    if (line[place] !== '"') {
      const comma = line.indexOf(',', place);
      const end = comma < 0 ? line.length : comma;
      fields.push(line.slice(place, end));
      place = end + 1;
      continue;
    }
    let field = '';
    let quote = line.indexOf('"', place + 1);
    place += 1;
    while (quote >= 0 && line[quote + 1] === '"') {
      field += line.slice(place, quote + 1);
      place = quote + 2;
      quote = line.indexOf('"', place);
    }
    const end = quote < 0 ? line.length : quote;
    fields.push(field + line.slice(place, end));
    place = end + 2;
  }
  return fields;
}
