/** A shop that uploads order exports: what it sells, who its customers are, and what becomes of a file. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchProductsPage } from '../../app/catalogue/fetch-products.server';
import { ingestProducts } from '../../app/catalogue/ingest-products.server';
import { readUpload } from '../../app/orders/upload/read-upload.server';
import { receiveUpload } from '../../app/orders/upload/receive-upload.server';
import type { JobHandlers } from '../../app/ports';
import type { Shop } from '../../app/shops/shop';
import { loadShop } from '../../app/shops/shop-store.server';
import { toCsv, type ExportLine } from './order-export';
import { pretendAdmin, type PretendAdmin, type PretendProduct } from './pretend-admin';
import { makeTestPorts, makeTestShop, type TestPorts } from './test-ports';

export const ADA = 7001;
export const BOB = 7002;

export const uploadJob: JobHandlers['orders.import'] = (given, job) => readUpload(given, job, new Map());

export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const PRODUCTS: readonly PretendProduct[] = [
  {
    id: 1,
    title: 'Coffee',
    variants: [
      { id: 11, title: '250 g', sku: 'COF-250' },
      { id: 12, title: '1 kg', sku: 'COF-1000' },
    ],
  },
  { id: 2, title: 'Tea', variants: [{ id: 21 }] },
  { id: 3, title: 'Voucher', isGiftCard: true, variants: [{ id: 31, sku: 'GIFT' }] },
  { id: 4, title: 'Soap', variants: [{ id: 41, sku: 'TWICE' }] },
  { id: 5, title: 'Shampoo', variants: [{ id: 51, sku: 'TWICE' }] },
];

export type UploadShop = Awaited<ReturnType<typeof makeUploadShop>>;

export async function makeUploadShop() {
  const admin: PretendAdmin = pretendAdmin({
    products: [...PRODUCTS],
    customers: [
      { id: ADA, email: 'Ada@example.test' },
      { id: BOB, email: 'bob@example.test' },
    ],
  });
  const ports: TestPorts = await makeTestPorts({ admin });
  const { id, domain } = await makeTestShop(ports);
  const shop = (await loadShop(ports.db.read, id)) as Shop;
  const learned: string[] = [];
  const count = { rebuilds: 0 };
  const handlers: Partial<JobHandlers> = {
    'orders.import': uploadJob,
    'shoppers.learn': async (_ports, { payload }) => void learned.push(...payload.orderIds.map(String)),
    'consumables.rebuild': async () => void (count.rebuilds += 1),
  };
  /** Reads what the shop sells by now. */
  const readProducts = async () => {
    const page = { after: null, query: null, sortKey: 'CREATED_AT' } as const;
    const { products } = await fetchProductsPage(ports, domain, page);
    await ports.db.write((tx) => ingestProducts(tx, { shop, products }));
  };
  await readProducts();
  await ports.db.write((tx) =>
    tx.prisma.backfill.create({ data: { shopId: id, phase: 'done', startedAt: ports.clock.now() } }),
  );

  const upload = (content: string | Uint8Array, fileName = 'orders_export.csv') => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return receiveUpload(ports, id, { fileName, bytes: bytes.length, pieces: inPieces(bytes) });
  };
  const run = () => ports.runJobs(handlers);
  const newest = () => ports.db.read.prisma.orderImport.findFirstOrThrow({ orderBy: { id: 'desc' } });
  /** Uploads a file and reads it to its end. @throws Error when it is refused */
  const takeFile = async (content: string | Uint8Array) => {
    const received = await upload(content);
    if (!received.ok) throw new Error(received.problem);
    await run();
    return newest();
  };
  const purchases = () =>
    ports.db.read.prisma.purchase.findMany({ orderBy: [{ orderId: 'asc' }, { lineId: 'asc' }] });
  return {
    ...{
      admin,
      ports,
      shop,
      learned,
      count,
      handlers,
      readProducts,
      upload,
      run,
      newest,
      takeFile,
      purchases,
    },
    take: (lines: readonly ExportLine[]) => takeFile(toCsv(lines)),
    rejects: () =>
      ports.db.read.prisma.importReject.findMany({
        orderBy: { line: 'asc' },
        select: { line: true, field: true, reason: true },
      }),
    files: () => {
      const folder = join(dirname(ports.config.databaseFile), 'uploads');
      return existsSync(folder) ? readdirSync(folder) : [];
    },
    everything: async () => ({
      orders: await ports.db.read.prisma.order.findMany({ orderBy: { orderId: 'asc' } }),
      purchases: await purchases(),
    }),
  };
}
