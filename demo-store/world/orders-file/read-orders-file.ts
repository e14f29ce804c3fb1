import { stat } from 'node:fs/promises';
import type { SkipReason } from './load-report';
import { readCsv } from './read-csv';
import { readHeader, readRow } from './read-row';
import type { Header, SaleRow } from './read-row';

interface FileRows {
  readonly rows: number;
  readonly sales: SaleRow[]; // by time; rows of one minute keep the file's order
  readonly cancellations: SaleRow[]; // by time
  readonly endAt: number; // of the last row that could be read
  readonly skipped: Record<SkipReason, number>;
}

/** @throws Error with one sentence when the file is missing, has other columns or holds no sale */
export async function readOrdersFile(
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<FileRows> {
  const { size } = await stat(file).catch(() => {
    throw new Error(`There is no orders file ${file}.`);
  });
  const skipped: Record<SkipReason, number> = {
    malformed: 0,
    bookkeeping: 0,
    'stock-correction': 0,
    'fees-only': 0,
  };
  const found: Record<SaleRow['kind'], SaleRow[]> = {
    sale: [],
    cancellation: [],
  };
  const share = shareTexts();
  let header: Header | null = null;
  let rows = 0;
  const records = readCsv(file, (bytes) => onProgress(bytes, size));
  for await (const batch of explain(records, file)) {
    for (const fields of batch) {
      if (!header) {
        header = readHeader(fields);
        continue;
      }
      rows += 1;
      const row = readRow(fields, header, share);
      if (typeof row === 'string') skipped[row] += 1;
      else found[row.kind].push(row);
    }
  }
  const byTime = (a: SaleRow, b: SaleRow) => a.at - b.at;
  const sales = found.sale.sort(byTime);
  const cancellations = found.cancellation.sort(byTime);
  if (sales.length === 0) throw new Error(`The orders file ${file} holds no sale.`);
  const endAt = Math.max(sales.at(-1)?.at ?? 0, cancellations.at(-1)?.at ?? 0);
  return { rows, sales, cancellations, endAt, skipped };
}

/** Half a million rows share few texts: keeps one copy of each. */
function shareTexts(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    kept.set(text, text);
    return text;
  };
}

/** Says which file is damaged where zlib would only say that a header is incorrect. */
async function* explain(records: AsyncIterable<string[][]>, file: string): AsyncGenerator<string[][]> {
  try {
    yield* records;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The orders file ${file} cannot be read: ${why}.`, { cause: error });
  }
}
