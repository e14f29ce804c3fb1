import type { Ports } from '../../ports';
import { removeUpload, removeStrayUploads } from './upload-files.server';
import { changeUpload, forgetOldRejects, listOpenUploads } from './upload-store.server';
import { REJECTS_DAYS, UNREAD_HOURS } from './kept-days';

const HOUR_MS = 3_600_000;
const GIVE_UP_MS = UNREAD_HOURS * HOUR_MS;
const REJECTS_KEPT_MS = REJECTS_DAYS * 24 * HOUR_MS;

/**
 * Job `orders.sweep-uploads`, hourly: wakes uploads whose reading ran out of tries, gives up those that have failed for a
 * day, and removes files that no open upload needs (a process died over them) and rejected lines after a month.
 */
export async function sweepUploads(ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs'>): Promise<void> {
  const now = ports.clock.now();
  const open = await listOpenUploads(ports.db.read);
  const isLost = (upload: (typeof open)[number]) =>
    (upload.error !== null || upload.state === 'waiting') &&
    now.getTime() - upload.startedAt.getTime() > GIVE_UP_MS;
  const lost = open.filter(isLost);
  const left = open.filter((upload) => !isLost(upload));
  await ports.db.write(async (tx) => {
    for (const upload of lost) {
      const sentence = `Given up after a day. ${upload.error ?? ''} Upload the file again: nothing is taken twice.`;
      await changeUpload(tx, upload, { state: 'failed', error: sentence, finishedAt: now });
    }
    for (const shopId of new Set(left.map((upload) => upload.shopId)))
      await ports.jobs.enqueue(tx, { kind: 'orders.import', shopId, key: `${shopId}` });
    await forgetOldRejects(tx, new Date(now.getTime() - REJECTS_KEPT_MS));
  });
  for (const { storedAs } of lost) await removeUpload(ports.config, storedAs);
  // By the files' own clock: one that is just arriving belongs to no upload yet.
  const before = new Date(ports.clock.wall().getTime() - GIVE_UP_MS);
  await removeStrayUploads(ports.config, new Set(left.map((upload) => upload.storedAs)), before);
}
