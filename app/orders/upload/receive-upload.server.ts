import type { Ports } from '../../ports';
import { checkHeader } from './header';
import { findRoomFor, removeImport, writeImport, type Written } from './upload-files.server';
import { MAX_UPLOAD_BYTES, NO_ROOM, TOO_LARGE } from './limits';
import type { Room } from './upload-room';
import { addImport, countOpenImports } from './upload-store.server';

/** Enough for a history exported year by year. */
const MOST_WAITING = 20;

export type ReceivedImport =
  | { readonly ok: true; readonly importId: number }
  | { readonly ok: false; readonly status: number; readonly problem: string };

/**
 * Takes an upload of Shopify's order export: onto the disk as it arrives, then the beginning is checked, and a job reads
 * the rest. Nothing is kept of a file that is no export.
 */
export async function receiveImport(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs' | 'log' | 'random' | 'seals'>,
  shopId: number,
  upload: {
    readonly fileName: string;
    /** As the browser announces it; null when it does not. */
    readonly bytes: number | null;
    readonly pieces: AsyncIterable<Uint8Array>;
  },
): Promise<ReceivedImport> {
  const refuse = (status: number, problem: string) => ({ ok: false, status, problem }) as const;
  if ((upload.bytes ?? 0) > MAX_UPLOAD_BYTES) return refuse(413, TOO_LARGE);
  if ((await countOpenImports(ports.db.read, shopId)) >= MOST_WAITING)
    return refuse(409, `${MOST_WAITING} files wait to be read. Upload this one when some of them are done.`);
  const room = await findRoomFor(ports.config, upload.bytes);
  if (!room) return refuse(507, NO_ROOM);

  const storedAs = `${shopId}-${ports.random.id()}.csv`;
  const written = await write(ports, storedAs, upload.pieces, room).finally(() => room.leave());
  if (!written.ok) return written;
  const checked = checkHeader(written.beginning);
  if (!checked.ok) {
    await removeImport(ports.config, storedAs);
    return refuse(422, checked.problem);
  }

  const importId = await ports.db.write(async (tx) => {
    const id = await addImport(tx, {
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
  return { ok: true, importId };
}

async function write(
  ports: Pick<Ports, 'config' | 'log' | 'seals'>,
  storedAs: string,
  pieces: AsyncIterable<Uint8Array>,
  room: Room,
): Promise<Written> {
  try {
    return await writeImport(ports, storedAs, pieces, room);
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
