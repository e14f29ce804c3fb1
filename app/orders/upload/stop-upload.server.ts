import type { Ports } from '../../ports';
import { removeUpload } from './upload-files.server';
import { changeUpload, loadUpload, OPEN_STATES } from './upload-store.server';

/** Ends the reading of an upload at the merchant's wish. What was read stays; the file goes. */
export async function stopUpload(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs'>,
  shopId: number,
  uploadId: number,
): Promise<void> {
  const storedAs = await ports.db.write(async (tx) => {
    const upload = await loadUpload(tx, shopId, uploadId);
    if (!upload || !OPEN_STATES.some((state) => state === upload.state)) return null;
    await changeUpload(tx, upload, { state: 'stopped', error: null, finishedAt: ports.clock.now() });
    const once = { shopId, key: `${shopId}` };
    await ports.jobs.enqueue(tx, { kind: 'orders.import', ...once });
    if (upload.ordersAdded > 0) await ports.jobs.enqueue(tx, { kind: 'consumables.rebuild', ...once });
    return upload.storedAs;
  });
  if (storedAs) await removeUpload(ports.config, storedAs);
}
