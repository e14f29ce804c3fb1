import type { Ports } from '../../ports';
import { writeCsv } from '../../write-csv';
import type { ImportState } from './upload-store.server';
import { listImports, listRejects, loadImport } from './upload-store.server';
import { loadReach } from '../order-store.server';

const SHOWN = 20;

/** An upload as the page shows it. */
export interface ImportView {
  readonly id: number;
  readonly fileName: string;
  readonly state: ImportState;
  /** How much of the file has been read, from 0 to 1. */
  readonly share: number;
  readonly ordersAdded: number;
  readonly ordersKnown: number;
  readonly ordersUnnamed: number;
  readonly ordersUnpriced: number;
  readonly linesRead: number;
  readonly linesAdded: number;
  readonly linesKnown: number;
  readonly linesRejected: number;
  readonly linesUnusable: number;
  readonly error: string | null;
  /** ISO instant. */
  readonly startedAt: string;
}

export interface History {
  readonly orders: number;
  /** ISO instant of the oldest order that is known; null without orders. */
  readonly oldestAt: string | null;
  readonly imports: readonly ImportView[];
}

/** How far back the shop's orders are known, and what was uploaded. */
export async function loadHistory(ports: Pick<Ports, 'db'>, shopId: number): Promise<History> {
  const [reach, imports] = await Promise.all([
    loadReach(ports.db.read, shopId),
    listImports(ports.db.read, shopId, SHOWN),
  ]);
  return {
    orders: reach.orders,
    oldestAt: reach.oldestAt?.toISOString() ?? null,
    imports: imports.map((one) => ({
      id: one.id,
      fileName: one.fileName,
      state: one.state as ImportState,
      share: one.sizeBytes === 0n ? 1 : Math.min(1, Number(one.nextByte) / Number(one.sizeBytes)),
      ordersAdded: one.ordersAdded,
      ordersKnown: one.ordersKnown,
      ordersUnnamed: one.ordersUnnamed,
      ordersUnpriced: one.ordersUnpriced,
      linesRead: one.linesRead,
      linesAdded: one.linesAdded,
      linesKnown: one.linesKnown,
      linesRejected: one.linesRejected,
      linesUnusable: one.linesUnusable,
      error: one.error,
      startedAt: one.startedAt.toISOString(),
    })),
  };
}

/** The lines of an upload that could not be taken, as CSV; null when the shop has no such upload. */
export async function loadRejectsCsv(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  importId: number,
): Promise<string | null> {
  if (!(await loadImport(ports.db.read, shopId, importId))) return null;
  const rejects = await listRejects(ports.db.read, shopId, importId);
  return writeCsv(
    ['Line', 'Order', 'Column', 'Reason'],
    rejects.map((one) => [one.line, one.orderName, one.field, one.reason]),
  );
}
