import type { Ports } from '../../ports';
import { checkHeader } from './header';
import { findRoomFor, removeUpload, writeUpload, type Written } from './upload-files.server';
import { MAX_UPLOAD_BYTES, NO_ROOM, TOO_LARGE } from './limits';
import type { Room } from './upload-room';
import { addUpload, countOpenUploads } from './upload-store.server';

/** Enough for a history exported year by year. */
const MOST_WAITING = 20;

export type ReceivedUpload =
  | { readonly ok: true; readonly uploadId: number }
  | { readonly ok: false; readonly status: number; readonly problem: string };

/**
 * Takes an upload of Shopify's order export: onto the disk as it arrives, then the beginning is checked, and a job reads
 * the rest. Nothing is kept of a file that is no export.
 */
export async function receiveUpload(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs' | 'log' | 'random' | 'seals'>,
  shopId: number,
  upload: {
    readonly fileName: string;
    /** As the browser announces it; null when it does not. */
    readonly bytes: number | null;
    readonly pieces: AsyncIterable<Uint8Array>;
  },
): Promise<ReceivedUpload> {
  const refuse = (status: number, problem: string) => ({ ok: false, status, problem }) as const;
  if ((upload.bytes ?? 0) > MAX_UPLOAD_BYTES) return refuse(413, TOO_LARGE);
  if ((await countOpenUploads(ports.db.read, shopId)) >= MOST_WAITING)
    return refuse(409, `${MOST_WAITING} files wait to be read. Upload this one when some of them are done.`);
  const room = await findRoomFor(ports.config, upload.bytes);
  if (!room) return refuse(507, NO_ROOM);

  const storedAs = `${shopId}-${ports.random.id()}.csv`;
  const written = await write(ports, storedAs, upload.pieces, room).finally(() => room.leave());
  if (!written.ok) return written;
  const checked = checkHeader(written.beginning);
  if (!checked.ok) {
    await removeUpload(ports.config, storedAs);
    return refuse(422, checked.problem);
  }

  const uploadId = await ports.db.write(async (tx) => {
    const id = await addUpload(tx, {
      shopId,
      fileName: plainName(upload.fileName),
      storedAs,
      sizeBytes: BigInt(written.bytes),
      startedAt: ports.clock.now(),
      header: checked.header,
      nextByte: checked.nextByte,
      nextLine: checked.nextLine,
    });
    await ports.jobs.enqueue(tx, { kind: 'orders.import', shopId, key: `${shopId}` });
    return id;
  });
  return { ok: true, uploadId };
}

async function write(
  ports: Pick<Ports, 'config' | 'log' | 'seals'>,
  storedAs: string,
  pieces: AsyncIterable<Uint8Array>,
  room: Room,
): Promise<Written> {
  try {
    return await writeUpload(ports, storedAs, pieces, room);
  } catch (err) {
    ports.log.warn({ err }, 'An upload broke off');
    const isFull = err instanceof Error && 'code' in err && err.code === 'ENOSPC';
    if (isFull) return { ok: false, status: 507, problem: NO_ROOM };
    return { ok: false, status: 422, problem: 'The upload broke off. Upload the file again.' };
  }
}

/** As the merchant's computer calls it, without folders and what no page can show. */
function plainName(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1)?.replace(/\p{C}/gu, '').trim().slice(0, 100);
  return name || 'orders.csv';
}
