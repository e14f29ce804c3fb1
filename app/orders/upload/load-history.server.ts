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
    uploads: uploads.map((upload) => ({
      id: upload.id,
      fileName: upload.fileName,
      state: upload.state as UploadState,
      share: upload.sizeBytes === 0n ? 1 : Math.min(1, Number(upload.nextByte) / Number(upload.sizeBytes)),
      ordersAdded: upload.ordersAdded,
      ordersKnown: upload.ordersKnown,
      ordersUnnamed: upload.ordersUnnamed,
      ordersUnpriced: upload.ordersUnpriced,
      linesRead: upload.linesRead,
      linesAdded: upload.linesAdded,
      linesKnown: upload.linesKnown,
      linesRejected: upload.linesRejected,
      linesUnusable: upload.linesUnusable,
      error: upload.error,
      startedAt: upload.startedAt.toISOString(),
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
    rejects.map((reject) => [reject.line, reject.orderName, reject.field, reject.reason]),
  );
}
