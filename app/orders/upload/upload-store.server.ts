import type { OrderImport, Prisma } from '@prisma/client';
import { statement } from '../../db/statement';
import type { Reader, Tx, Writer } from '../../ports';
import type { RejectedLine } from './grouping';
import { keptReject } from './kept-reject';

export type UploadState = 'waiting' | 'reading' | 'done' | 'failed' | 'stopped';

/** What is still to be read. */
export const OPEN_STATES = ['waiting', 'reading'] as const satisfies readonly UploadState[];

/** A file of nothing but mistakes would otherwise fill the database; the first ones tell what is wrong. */
export const MAX_REJECTS_KEPT = 10_000;

const FORGET_OLD_REJECTS = statement(`
  DELETE FROM "ImportReject" WHERE "importId" IN (SELECT "id" FROM "OrderImport" WHERE "finishedAt" < :before)`);

export async function addUpload(
  tx: Tx,
  data: Pick<OrderImport, 'shopId' | 'fileName' | 'storedAs' | 'sizeBytes' | 'startedAt'> & {
    readonly nextByte: number;
    readonly nextLine: number;
    readonly header: object;
  },
): Promise<number> {
  const row = await tx.prisma.orderImport.create({
    data: { ...data, state: 'waiting' satisfies UploadState },
  });
  return row.id;
}

/** The upload whose turn it is: the oldest that is not read to its end. */
export async function loadOpenUpload(db: Reader, shopId: number): Promise<OrderImport | null> {
  return db.prisma.orderImport.findFirst({
    where: { shopId, state: { in: [...OPEN_STATES] } },
    orderBy: { id: 'asc' },
  });
}

export async function loadUpload(db: Reader, shopId: number, id: number): Promise<OrderImport | null> {
  return db.prisma.orderImport.findFirst({ where: { id, shopId } });
}

export async function listUploads(db: Reader, shopId: number, take: number): Promise<readonly OrderImport[]> {
  return db.prisma.orderImport.findMany({ where: { shopId }, orderBy: { id: 'desc' }, take });
}

/** Uploads of all shops that are not read to their end. */
export async function listOpenUploads(db: Reader): Promise<readonly OrderImport[]> {
  return db.prisma.orderImport.findMany({
    where: { state: { in: [...OPEN_STATES] } },
    orderBy: { id: 'asc' },
  });
}

export async function countOpenUploads(db: Reader, shopId: number): Promise<number> {
  return db.prisma.orderImport.count({ where: { shopId, state: { in: [...OPEN_STATES] } } });
}

export async function changeUpload(
  tx: Tx,
  { shopId, id }: Pick<OrderImport, 'shopId' | 'id'>,
  data: Prisma.OrderImportUpdateInput,
): Promise<void> {
  await tx.prisma.orderImport.update({ where: { id, shopId }, data });
}

/** Ends every open upload of a shop. */
export async function stopOpenUploads(tx: Tx, shopId: number, finishedAt: Date): Promise<void> {
  await tx.prisma.orderImport.updateMany({
    where: { shopId, state: { in: [...OPEN_STATES] } },
    data: { state: 'stopped', finishedAt },
  });
}

/** @param already how many of this upload are kept */
export async function addRejects(
  tx: Tx,
  of: { readonly importId: number; readonly shopId: number; readonly already: number },
  rejected: readonly RejectedLine[],
): Promise<void> {
  const kept = rejected.slice(0, Math.max(0, MAX_REJECTS_KEPT - of.already));
  if (kept.length === 0) return;
  const { importId, shopId } = of;
  await tx.prisma.importReject.createMany({
    data: kept.map((reject) => ({ importId, shopId, ...keptReject(reject) })),
  });
}

export async function listRejects(
  db: Reader,
  shopId: number,
  importId: number,
): Promise<readonly RejectedLine[]> {
  return db.prisma.importReject.findMany({
    where: { importId, shopId },
    orderBy: { line: 'asc' },
    select: { line: true, orderName: true, field: true, reason: true },
  });
}

/** Rejected lines of uploads that ended before an instant. */
export async function forgetOldRejects(tx: Writer, before: Date): Promise<void> {
  await tx.run(FORGET_OLD_REJECTS, { before });
}
