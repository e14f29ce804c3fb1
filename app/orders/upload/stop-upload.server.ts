import type { Ports } from '../../ports';
import { removeImport } from './upload-files.server';
import { changeImport, loadImport, OPEN_STATES } from './upload-store.server';

/** Ends the reading of an upload at the merchant's wish. What was read stays; the file goes. */
export async function stopImport(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs'>,
  shopId: number,
  importId: number,
): Promise<void> {
  const storedAs = await ports.db.write(async (tx) => {
    const upload = await loadImport(tx, shopId, importId);
    if (!upload || !OPEN_STATES.some((state) => state === upload.state)) return null;
    await changeImport(tx, upload, { state: 'stopped', error: null, finishedAt: ports.clock.now() });
    const once = { shopId, key: `${shopId}` };
    await ports.jobs.enqueue(tx, { kind: 'orders.import', ...once });
    if (upload.ordersAdded > 0) await ports.jobs.enqueue(tx, { kind: 'consumables.rebuild', ...once });
    return upload.storedAs;
  });
  if (storedAs) await removeImport(ports.config, storedAs);
}
