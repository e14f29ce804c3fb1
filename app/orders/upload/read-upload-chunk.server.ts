import type { SealedReader } from '../../sealing/sealed-file.server';
import { BrokenCsv, createCsvReader } from './csv';
import { createGrouping, type OrderLines, type RejectedLine } from './grouping';
import type { UploadHeader } from './header';

/** What a chunk may hold before it is written, in some tenths of a second; fewer halve the speed and hardly shorten the wait. */
const ORDERS_AT_ONCE = 250;
/** Orders with long notes are held by the megabyte. */
const BYTES_AT_ONCE = 8 * 1024 ** 2;

export interface Position {
  readonly byte: number;
  readonly line: number;
}

export interface UploadChunk {
  readonly orders: readonly OrderLines[];
  readonly rejected: readonly RejectedLine[];
  /** How many lines of orders these are, rejected ones included. */
  readonly lines: number;
  /** Where the next chunk begins: at the start of an order. */
  readonly next: Position;
  readonly isEnd: boolean;
  /** Why the file cannot be read on; the orders before it are good. */
  readonly broken: BrokenCsv | null;
}

/**
 * Reads whole orders of an upload from a position, some hundred or some megabytes at once.
 * @throws Error when the file is not as it was written.
 */
export async function readUploadChunk(
  file: Pick<SealedReader, 'readFrom'>,
  header: UploadHeader,
  from: Position,
): Promise<UploadChunk> {
  const grouping = createGrouping(header);
  const chunk = (next: Position, isEnd: boolean, broken: BrokenCsv | null = null): UploadChunk => {
    // What belongs to an order that the next chunk reads again is reported then.
    const rejected = grouping.rejected.filter((reject) => reject.line < next.line);
    const lines = grouping.whole.reduce((sum, order) => sum + order.records.length, rejected.length);
    return { orders: grouping.whole, rejected, lines, next, isEnd, broken };
  };
  const reader = createCsvReader(from, header.layout);
  let last = from;
  try {
    for (let at = from.byte; ;) {
      const block = await file.readFrom(at);
      at += block.length;
      const records = block.length === 0 ? reader.end() : reader.push(block);
      for (const record of records) {
        const next = grouping.openFrom ?? { byte: record.from, line: record.line };
        const isFull =
          grouping.whole.length + grouping.rejected.length >= ORDERS_AT_ONCE ||
          record.from - from.byte >= BYTES_AT_ONCE;
        if (isFull && next.byte > from.byte) return chunk(next, false);
        grouping.add(record);
        last = { byte: record.to, line: record.line + 1 };
      }
      if (block.length > 0) continue;
      grouping.close();
      return chunk(last, true);
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error;
    return chunk({ byte: last.byte, line: error.line }, true, error);
  }
}
