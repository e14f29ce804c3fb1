import type { Ports } from '../../ports';
import { writeCsv } from '../../write-csv';
import type { UploadState } from './upload-store.server';
import { listUploads, listRejects, loadUpload } from './upload-store.server';
import { loadReach } from '../order-store.server';

const SHOWN = 20;

/** An upload as the page shows it. */
export interface UploadView {
  readonly id: number;
  readonly fileName: string;
  readonly state: UploadState;
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
  readonly uploads: readonly UploadView[];
}

/** How far back the shop's orders are known, and what was uploaded. */
export async function loadHistory(ports: Pick<Ports, 'db'>, shopId: number): Promise<History> {
  const [reach, uploads] = await Promise.all([
    loadReach(ports.db.read, shopId),
    listUploads(ports.db.read, shopId, SHOWN),
  ]);
  return {
    orders: reach.orders,
    oldestAt: reach.oldestAt?.toISOString() ?? null,
    uploads: uploads.map((one) => ({
      id: one.id,
      fileName: one.fileName,
      state: one.state as UploadState,
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
  uploadId: number,
): Promise<string | null> {
  if (!(await loadUpload(ports.db.read, shopId, uploadId))) return null;
  const rejects = await listRejects(ports.db.read, shopId, uploadId);
  return writeCsv(
    ['Line', 'Order', 'Column', 'Reason'],
    rejects.map((one) => [one.line, one.orderName, one.field, one.reason]),
  );
}
