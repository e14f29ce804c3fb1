import type { OrderImport } from '@prisma/client';
import type { Ports, Tx } from '../../ports';
import { CannotOpen } from '../../sealing/sealed-text';
import { isAccessDenied, ShopGone, ShopifyUnavailable } from '../../shopify/admin-errors';
import type { Shop } from '../../shops/shop';
import { isInstalled, loadShop } from '../../shops/shop-store.server';
import { loadBackfill } from '../backfill/backfill-store.server';
import { chooseUploaded } from './choice';
import { NO_ROWS } from './header';
import { removeUpload } from './upload-files.server';
import { memoryOf, type UploadMemories } from './upload-memory';
import { addRejects, changeUpload, loadUpload, loadOpenUpload } from './upload-store.server';
import { loadStoredOrders, replaceOrders } from '../order-store.server';
import type { UploadChunk } from './read-upload-chunk.server';
import { takeUploadChunk, type TakenChunk } from './take-upload-chunk.server';
import { loadErasures } from '../tombstone-store.server';
import type { MappedOrder } from '../intake/to-purchases';

type UploadPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs' | 'log' | 'seals'>;

/** Lines are matched to products: those are read first. */
const WAIT_FOR_PRODUCTS_MS = 5_000;
const JUDGE_AT_THE_LATEST_MS = 10 * 60_000;

/**
 * Job `orders.import`: reads one chunk of the shop's oldest open upload and asks for the next one. A chunk is written
 * together with the place behind it, so that a killed process reads it once more and nothing is taken twice. After the last
 * chunk the file is removed and the consumables are judged anew.
 */
export async function readUpload(
  ports: UploadPorts,
  job: { readonly shopId: number },
  memories: UploadMemories,
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const upload = await loadOpenUpload(ports.db.read, shop.id);
  if (!upload) return;
  if (!(await areProductsRead(ports, shop.id))) return askAgain(ports, shop.id, WAIT_FOR_PRODUCTS_MS);
  const memory = memoryOf(memories, upload.id);
  try {
    const taken = await takeUploadChunk(ports, { shop, upload, memory });
    const isOver = await saveChunk(ports, { shop, upload, taken });
    if (!isOver) return;
  } catch (error) {
    const { sentence, isFinal } = explain(error);
    const isSaved = await saveTrouble(ports, { shop, upload, sentence, isFinal });
    if (!isFinal) throw error;
    ports.log.warn({ shopId: shop.id, uploadId: upload.id, err: error }, 'An upload of orders was given up');
    if (!isSaved) return;
  }
  memories.delete(upload.id);
  await removeUpload(ports.config, upload.storedAs);
}

async function areProductsRead(ports: UploadPorts, shopId: number): Promise<boolean> {
  const backfill = await loadBackfill(ports.db.read, shopId);
  return backfill !== null && backfill.phase !== 'products';
}

async function askAgain(ports: UploadPorts, shopId: number, inMs: number): Promise<void> {
  const dueAt = new Date(ports.clock.now().getTime() + inMs);
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'orders.import', shopId, key: `${shopId}`, dueAt }),
  );
}

/** @returns whether the upload is over. */
async function saveChunk(
  ports: UploadPorts,
  { shop, upload, taken }: { shop: Shop; upload: OrderImport; taken: TakenChunk },
): Promise<boolean> {
  const { chunk, orders, rejected, linesErased, unnamed } = taken;
  return ports.db.write(async (tx) => {
    if (await isOvertaken(tx, shop, upload)) return false;
    const ids = orders.map(({ order }) => order.orderId);
    const stored = await loadStoredOrders(tx, shop.id, ids);
    const secret = ports.config.apiSecret;
    const erasures = await loadErasures(tx, { secret, shopId: shop.id, orders });

    const { save, added, known, lines } = chooseUploaded(orders, stored, erasures, upload.id);

    await replaceOrders(tx, shop.id, save, upload.id);
    await addRejects(tx, { importId: upload.id, shopId: shop.id, already: upload.linesRejected }, rejected);
    const ordersAdded = upload.ordersAdded + added.length;
    const linesRead = upload.linesRead + chunk.lines;
    await changeUpload(tx, upload, {
      nextByte: chunk.next.byte,
      nextLine: chunk.next.line,
      ordersAdded,
      ordersKnown: upload.ordersKnown + known,
      ordersUnnamed: upload.ordersUnnamed + added.filter((orderId) => unnamed.has(orderId)).length,
      ordersUnpriced:
        upload.ordersUnpriced +
        save.filter((mapped) => isUnpriced(mapped) && added.includes(mapped.order.orderId)).length,
      linesRead,
      linesAdded: upload.linesAdded + lines.added,
      linesKnown: upload.linesKnown + lines.known,
      linesRejected: upload.linesRejected + rejected.length,
      linesUnusable: upload.linesUnusable + lines.unusable + linesErased,
      ...stateAfter(chunk, linesRead, ports.clock.now()),
    });
    const named = save.flatMap(({ order }) => (order.customerId === null ? [] : `${order.orderId}`));
    if (named.length > 0)
      await ports.jobs.enqueue(tx, { kind: 'shoppers.learn', shopId: shop.id, payload: { orderIds: named } });
    await askForNext(tx, ports, shop.id, chunk.isEnd && ordersAdded > 0);
    return chunk.isEnd;
  });
}

function isUnpriced({ order, purchases }: MappedOrder): boolean {
  return order.netMinor === null && purchases.length > 0;
}

function stateAfter({ isEnd, broken }: UploadChunk, linesRead: number, now: Date) {
  if (broken) {
    const error = `${broken.message} Orders before it were read. Mend the file and upload it again: nothing is taken twice.`;
    return { state: 'failed', error, finishedAt: now };
  }
  if (isEnd && linesRead === 0) return { state: 'failed', error: NO_ROWS, finishedAt: now };
  return isEnd ? { state: 'done', error: null, finishedAt: now } : { state: 'reading', error: null };
}

/** The next chunk or upload; and that what was learned is judged, once, after the last upload or some minutes. */
async function askForNext(tx: Tx, ports: UploadPorts, shopId: number, hasBrought: boolean): Promise<void> {
  const isMore = (await loadOpenUpload(tx, shopId)) !== null;
  if (isMore) await ports.jobs.enqueue(tx, { kind: 'orders.import', shopId, key: `${shopId}` });
  if (!hasBrought) return;
  const dueAt = new Date(ports.clock.now().getTime() + (isMore ? JUDGE_AT_THE_LATEST_MS : 0));
  await ports.jobs.enqueue(tx, { kind: 'consumables.rebuild', shopId, key: `${shopId}`, dueAt });
}

/** Stopped, or the shop left, while a chunk was being read. */
async function isOvertaken(tx: Tx, shop: Shop, upload: OrderImport): Promise<boolean> {
  if (!(await isInstalled(tx, shop.id))) return true;
  const now = await loadUpload(tx, shop.id, upload.id);
  return now?.state !== upload.state || now.nextByte !== upload.nextByte;
}

/** @returns whether the upload stood as it was read. */
async function saveTrouble(
  ports: UploadPorts,
  about: { shop: Shop; upload: OrderImport; sentence: string; isFinal: boolean },
): Promise<boolean> {
  const { shop, upload, sentence, isFinal } = about;
  return ports.db.write(async (tx) => {
    if (await isOvertaken(tx, shop, upload)) return false;
    const end = isFinal ? { state: 'failed', finishedAt: ports.clock.now() } : {};
    await changeUpload(tx, upload, { error: sentence, ...end });
    if (isFinal) await askForNext(tx, ports, shop.id, upload.ordersAdded > 0);
    return true;
  });
}

function explain(error: unknown): { sentence: string; isFinal: boolean } {
  if (isAccessDenied(error)) {
    const sentence =
      'Shopify does not let Larder look up customers yet. Check the permissions in Settings, then upload the file again.';
    return { sentence, isFinal: true };
  }
  if (error instanceof ShopGone) {
    const sentence =
      'Shopify no longer accepts Larder’s access. Open Larder from the Apps page, then upload the file again.';
    return { sentence, isFinal: true };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return { sentence: 'The uploaded file is no longer there. Upload it again.', isFinal: true };
  if (error instanceof CannotOpen)
    return { sentence: 'The uploaded file is not as it was stored. Upload it again.', isFinal: true };
  const what =
    error instanceof ShopifyUnavailable ? 'Shopify could not be asked just now.' : 'Reading was interrupted.';
  return { sentence: `${what} Larder tries again by itself.`, isFinal: false };
}
