import type { OrderImport } from '@prisma/client';
import type { Ports } from '../../ports';
import { keyedHash } from '../../shops/keyed-hash';
import type { Shop } from '../../shops/shop';
import { findBuyers } from './find-buyers.server';
import type { DeliveredOrder } from './choice';
import { openUpload } from './upload-files.server';
import type { RejectedLine } from './grouping';
import type { UploadHeader } from './header';
import { findBySku, findByTitle, findProductsByTitle } from './match-store.server';
import { matchLine, productTitles, toUploadedPurchases, type MatchCandidate } from './matching';
import type { UploadMemory } from './upload-memory';
import { readOrder, type UploadedLine, type UploadedOrder } from './uploaded-order';
import { readUploadChunk, type UploadChunk } from './read-upload-chunk.server';
import { loadErasedContacts, type ContactHash } from '../tombstone-store.server';

type AskingPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'seals'>;

/** What a chunk brought, ready to be written. */
export interface TakenChunk {
  readonly chunk: UploadChunk;
  readonly orders: readonly DeliveredOrder[];
  readonly rejected: readonly RejectedLine[];
  /** Lines of orders of which nothing may be kept, because their buyer was erased. */
  readonly linesErased: number;
  /** Orders of which nothing says who bought, by id. */
  readonly unnamed: ReadonlySet<bigint>;
}

interface Reading {
  readonly shop: Shop;
  readonly upload: OrderImport;
  readonly memory: UploadMemory;
}

/**
 * Reads the next chunk of an upload and asks what it takes to keep it: which products the lines mean, and which customers
 * of the shop the buyers are.
 * @throws Error when the file is not there or Shopify cannot be asked.
 */
export async function takeUploadChunk(
  ports: AskingPorts,
  { shop, upload, memory }: Reading,
): Promise<TakenChunk> {
  const header = upload.header as unknown as UploadHeader;
  const from = { byte: Number(upload.nextByte), line: upload.nextLine };
  const file = await openUpload(ports, upload.storedAs);
  const chunk = await readUploadChunk(file, header, from).finally(() => file.close());
  const rejected = [...chunk.rejected];
  const uploaded: UploadedOrder[] = [];
  for (const lines of chunk.orders) {
    const read = readOrder(lines, { header, shop, now: ports.clock.now() });
    rejected.push(...(read.ok ? read.order.rejected : read.rejected));
    if (read.ok) uploaded.push(read.order);
  }
  const kept = await withoutErasedBuyers(ports, shop.id, uploaded);
  await learnArticles(ports, shop.id, kept, memory);
  const customerOf = await learnBuyers(ports, shop, kept, memory);
  const edges = edgesOf(chunk, upload);
  const orders: DeliveredOrder[] = [];
  const unnamed = new Set<bigint>();
  for (const order of kept) {
    const contact = contactOf(ports, shop.id, order);
    const customerId = customerOf(order.email);
    const phoneHash = contact?.kind === 'phone' ? contact.hash : null;
    if (customerId === null && phoneHash === null) unnamed.add(order.orderId);
    const matchOf = (line: UploadedLine) => memory.articles.get(articleKey(line)) ?? matchLine(line, []);
    const { mapped, rejected: unknown } = toUploadedPurchases(order, {
      ...{ shop, buyer: { customerId, phoneHash }, matchOf },
    });
    const isPart = order.isIncomplete && edges.has(order.line);
    orders.push({ ...mapped, lines: order.linesRead - unknown.length, isPart });
    rejected.push(...unknown);
  }
  const linesOf = (some: readonly UploadedOrder[]) => some.reduce((sum, order) => sum + order.linesRead, 0);
  return { chunk, orders, rejected, linesErased: linesOf(uploaded) - linesOf(kept), unnamed };
}

/** The lines on which the first and the last order of a file begin: there a file may have been cut in two. */
function edgesOf({ orders, isEnd }: UploadChunk, { linesRead }: OrderImport): ReadonlySet<number> {
  const first = linesRead === 0 ? orders.slice(0, 1) : [];
  const last = isEnd ? orders.slice(-1) : [];
  return new Set([...first, ...last].flatMap(({ records }) => records[0]?.line ?? []));
}

/** What an order says of its buyer: the address, and only without one the telephone number. */
function contactOf(ports: AskingPorts, shopId: number, { email, phone }: UploadedOrder): ContactHash | null {
  const hash = (kind: ContactHash['kind'], value: string): ContactHash => ({
    kind,
    hash: keyedHash(ports.config.apiSecret, shopId, kind, value),
  });
  if (email !== '') return hash('address', email);
  return phone === null ? null : hash('phone', phone);
}

/** Somebody erased may be no customer any more, so that only address or number tells that the order was theirs. */
async function withoutErasedBuyers(
  ports: AskingPorts,
  shopId: number,
  orders: readonly UploadedOrder[],
): Promise<readonly UploadedOrder[]> {
  const contacts = orders.flatMap((order) => contactOf(ports, shopId, order) ?? []);
  const about = { secret: ports.config.apiSecret, shopId, contacts };
  const erased = await loadErasedContacts(ports.db.read, about);
  if (erased.size === 0) return orders;
  return orders.filter((order) => {
    const erasedAt = erased.get(contactOf(ports, shopId, order)?.hash ?? '');
    return erasedAt === undefined || order.placedAt > erasedAt;
  });
}

function articleKey(line: UploadedLine): string {
  return JSON.stringify([line.sku, line.title]);
}

async function learnArticles(
  ports: AskingPorts,
  shopId: number,
  orders: readonly UploadedOrder[],
  { articles }: UploadMemory,
): Promise<void> {
  const news = new Map<string, UploadedLine>();
  for (const line of orders.flatMap((order) => order.lines))
    if (!articles.has(articleKey(line))) news.set(articleKey(line), line);
  if (news.size === 0) return;
  const lines = [...news.values()];
  const skus = lines.flatMap((line) => line.sku || []);
  const bySku = await findBySku(ports.db.read, shopId, distinct(skus));
  const titles = distinct(lines.map((line) => line.title));
  const found = new Map<string, MatchCandidate[]>();
  const add = (key: string, candidate: MatchCandidate) => {
    const some = found.get(key);
    if (some) some.push(candidate);
    else found.set(key, [candidate]);
  };
  for (const candidate of bySku) add(`sku ${candidate.sku}`, candidate);
  for (const candidate of await findByTitle(ports.db.read, shopId, titles))
    add(`title ${candidate.title}`, candidate);
  const products = distinct(titles.flatMap(productTitles));
  for (const candidate of await findProductsByTitle(ports.db.read, shopId, products))
    add(`product ${candidate.title}`, candidate);
  for (const [key, line] of news) {
    const keys = [
      `sku ${line.sku}`,
      `title ${line.title}`,
      ...productTitles(line.title).map((title) => `product ${title}`),
    ];
    const candidates = new Map(
      keys
        .flatMap((articleKey) => found.get(articleKey) ?? [])
        .map((candidate) => [`${candidate.productId} ${candidate.variantId}`, candidate]),
    );
    articles.set(key, matchLine(line, [...candidates.values()]));
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** @returns the customer behind an address, null when the shop has none. */
async function learnBuyers(
  ports: AskingPorts,
  shop: Shop,
  orders: readonly UploadedOrder[],
  { buyers }: UploadMemory,
): Promise<(email: string) => bigint | null> {
  const hash = (email: string) => keyedHash(ports.config.apiSecret, shop.id, 'address', email);
  const asked = [...new Set(orders.flatMap(({ email }) => (email && !buyers.has(hash(email)) ? email : [])))];
  const found = await findBuyers(ports, shop.domain, asked);
  for (const email of asked) buyers.set(hash(email), found.get(email) ?? null);
  return (email) => (email === '' ? null : (found.get(email) ?? buyers.get(hash(email)) ?? null));
}
