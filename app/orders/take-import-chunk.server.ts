import type { OrderImport } from '@prisma/client';
import type { Ports } from '../ports';
import { keyedHash } from '../shops/keyed-hash';
import type { Shop } from '../shops/shop';
import { findBuyers } from './find-buyers.server';
import { openImport } from './import-files.server';
import type { RejectedLine } from './import-grouping';
import type { ImportHeader } from './import-header';
import { findBySku, findByTitle } from './import-match-store.server';
import { matchLine, toImportedPurchases, type MatchCandidate } from './import-matching';
import type { ImportMemory } from './import-memory';
import { readOrder, type ImportedLine, type ImportedOrder } from './import-order';
import { readImportChunk, type ImportChunk } from './read-import-chunk.server';
import type { MappedOrder } from './to-purchases';
import { loadErasedAddresses } from './tombstone-store.server';

type AskingPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'seals'>;

/** What a chunk brought, ready to be written. */
export interface TakenChunk {
  readonly chunk: ImportChunk;
  readonly orders: readonly MappedOrder[];
  readonly rejected: readonly RejectedLine[];
  /** Orders whose buyer is no customer of the shop, by id. */
  readonly unnamed: ReadonlySet<bigint>;
}

interface Reading {
  readonly shop: Shop;
  readonly upload: OrderImport;
  readonly memory: ImportMemory;
}

/**
 * Reads the next chunk of an upload and asks what it takes to keep it: which products the lines mean, and which customers
 * of the shop the buyers are.
 * @throws Error when the file is not there or Shopify cannot be asked.
 */
export async function takeImportChunk(
  ports: AskingPorts,
  { shop, upload, memory }: Reading,
): Promise<TakenChunk> {
  const header = upload.header as unknown as ImportHeader;
  const from = { byte: Number(upload.nextByte), line: upload.nextLine };
  const file = await openImport(ports, upload.storedAs);
  const chunk = await readImportChunk(file, header, from).finally(() => file.close());
  const rejected = [...chunk.rejected];
  const imported: ImportedOrder[] = [];
  for (const lines of chunk.orders) {
    const read = readOrder(lines, { header, currency: shop.currency, now: ports.clock.now() });
    rejected.push(...(read.ok ? read.order.rejected : read.rejected));
    if (read.ok) imported.push(read.order);
  }
  const kept = await withoutErasedAddresses(ports, shop.id, imported);
  await learnArticles(ports, shop.id, kept, memory);
  const buyerOf = await learnBuyers(ports, shop, kept, memory);
  const orders: MappedOrder[] = [];
  const unnamed = new Set<bigint>();
  for (const order of kept) {
    const customerId = buyerOf(order.email);
    if (customerId === null) unnamed.add(order.orderId);
    const matchOf = (line: ImportedLine) => memory.articles.get(articleKey(line)) ?? matchLine(line, []);
    const mapped = toImportedPurchases(order, { shop, customerId, matchOf });
    orders.push(mapped.mapped);
    rejected.push(...mapped.rejected);
  }
  return { chunk, orders, rejected, unnamed };
}

/** Somebody erased may be no customer any more, so that only the address tells that the order was theirs. */
async function withoutErasedAddresses(
  ports: AskingPorts,
  shopId: number,
  orders: readonly ImportedOrder[],
): Promise<readonly ImportedOrder[]> {
  const secret = ports.config.apiSecret;
  const hashOf = (order: ImportedOrder) => keyedHash(secret, shopId, 'address', order.email);
  const addressHashes = orders.map(hashOf);
  const erased = await loadErasedAddresses(ports.db.read, { secret, shopId, addressHashes });
  if (erased.size === 0) return orders;
  return orders.filter((order) => {
    const erasedAt = erased.get(hashOf(order));
    return erasedAt === undefined || order.placedAt > erasedAt;
  });
}

function articleKey(line: ImportedLine): string {
  return JSON.stringify([line.sku, line.title]);
}

async function learnArticles(
  ports: AskingPorts,
  shopId: number,
  orders: readonly ImportedOrder[],
  { articles }: ImportMemory,
): Promise<void> {
  const news = new Map<string, ImportedLine>();
  for (const line of orders.flatMap((order) => order.lines))
    if (!articles.has(articleKey(line))) news.set(articleKey(line), line);
  if (news.size === 0) return;
  const skus = [...news.values()].flatMap((line) => line.sku || []);
  const bySku = await findBySku(ports.db.read, shopId, [...new Set(skus)]);
  const known = new Set(bySku.map((one) => one.sku));
  const titles = [...news.values()].flatMap((line) => (known.has(line.sku) ? [] : line.title));
  const byTitle = await findByTitle(ports.db.read, shopId, [...new Set(titles)]);
  const candidates = new Map<string, MatchCandidate[]>();
  for (const one of [...bySku, ...byTitle]) {
    const keys = [`sku ${one.sku}`, `title ${one.title}`];
    for (const key of keys) candidates.set(key, [...(candidates.get(key) ?? []), one]);
  }
  for (const [key, line] of news) {
    const isKnown = known.has(line.sku);
    articles.set(
      key,
      matchLine(line, candidates.get(isKnown ? `sku ${line.sku}` : `title ${line.title}`) ?? []),
    );
  }
}

/** @returns the customer behind an address, null when the shop has none. */
async function learnBuyers(
  ports: AskingPorts,
  shop: Shop,
  orders: readonly ImportedOrder[],
  { buyers }: ImportMemory,
): Promise<(email: string) => bigint | null> {
  const hash = (email: string) => keyedHash(ports.config.apiSecret, shop.id, 'address', email);
  const asked = [...new Set(orders.flatMap(({ email }) => (email && !buyers.has(hash(email)) ? email : [])))];
  const found = await findBuyers(ports, shop.domain, asked);
  for (const email of asked) buyers.set(hash(email), found.get(email) ?? null);
  return (email) => (email === '' ? null : (found.get(email) ?? buyers.get(hash(email)) ?? null));
}
