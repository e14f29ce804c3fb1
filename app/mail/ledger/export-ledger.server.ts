import type { Ports } from '../../ports';
import { csvRows, writeCsv } from '../../write-csv';
import { ledgerPage, type LedgerRow } from './ledger-store.server';

const ROWS_AT_ONCE = 1_000;

const HEADER = [
  'business key',
  'kind',
  'state',
  'reason',
  'planned',
  'meant for',
  'due',
  'handed over',
  'sent',
  'tries',
  'times taken by the mail server',
  'message id',
] as const;

/**
 * The outbox of a shop as CSV, piece by piece: what is read waits for whoever reads it, so that a large ledger takes no more
 * memory than a small one. Instants in UTC; no address and nothing that stands for one.
 */
export function exportLedger(ports: Pick<Ports, 'db'>, shopId: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = '';
  let isStarted = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!isStarted) {
        isStarted = true;
        controller.enqueue(encoder.encode(writeCsv(HEADER, [])));
        return;
      }
      const rows = await ledgerPage(ports.db.read, shopId, { after, take: ROWS_AT_ONCE });
      after = rows.at(-1)?.id ?? '';
      if (rows.length > 0) controller.enqueue(encoder.encode(csvRows(rows.map(cellsOf))));
      if (rows.length < ROWS_AT_ONCE) controller.close();
    },
  });
}

function cellsOf(row: LedgerRow) {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return [
    row.businessKey,
    row.kind,
    row.state,
    row.reason,
    at(row.createdAt),
    at(row.meantFor),
    at(row.dueAt),
    at(row.claimedAt),
    at(row.sentAt),
    row.attempts,
    row.acceptedTimes,
    row.providerId ?? row.id,
  ];
}
