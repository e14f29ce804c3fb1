/** The shop of `refill-speed-shop` in a database, as ingest would have left it. */
import pino from 'pino';
import { openDatabase } from '../app/db/open-database.server';
import { JOBS } from '../app/job-definitions';
import { createSqliteJobs } from '../app/jobs/sqlite-jobs.server';
import type { Ports } from '../app/ports';
import { MIGRATIONS } from '../app/ports.server';
import { customerId, kindOfProduct, productId, PRODUCTS, type SpeedShop } from './refill-speed-shop';

/** The first day of the shop in the file is this day in the database. */
const FIRST_ON = 20_000;
const PER_WRITE = 10_000;

/** What the refill use cases need of the outside world; nothing else is opened. */
export async function openRefillPorts(file: string): Promise<Ports> {
  const db = await openDatabase({ file, migrations: MIGRATIONS });
  const now = new Date((FIRST_ON + 540) * 86_400_000);
  const clock = { now: () => now, wall: () => new Date() };
  const jobs = createSqliteJobs(db, clock, JOBS);
  const needed = { db, clock, jobs, log: pino({ level: 'silent' }), config: { databaseFile: file } };
  return needed as unknown as Ports;
}

const PURCHASE = `INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "variantId", "quantity", "boughtOn",
  "unitPriceMinor", "isSubscription", "customerId", "browserId") VALUES (?, ?, ?, ?, NULL, ?, ?, 500, 0, ?, NULL)`;
const ORDER = `INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "customerId", "currency", "netMinor",
  "shopifyUpdatedAt") VALUES (?, ?, '', ?, ?, ?, 'GBP', 500, ?)`;

export async function fillRefillShop(ports: Ports, shop: SpeedShop): Promise<number> {
  const at = ports.clock.now();
  const shopId = await ports.db.write(async (tx) => {
    const made = await tx.shop.create({
      data: { domain: 'speed.myshopify.com', timeZone: 'UTC', installedAt: at },
    });
    const ids = Array.from({ length: PRODUCTS }, (_, i) => ({
      shopId: made.id,
      productId: productId(i),
      kind: kindOfProduct(i),
    }));
    await tx.product.createMany({
      data: ids.map(({ kind, ...id }, i) => ({
        ...{ ...id, handle: `p-${i}`, title: kind, productType: kind, tags: [], isLive: true },
        ...{ isAvailable: true, shopifyUpdatedAt: at },
      })),
    });
    const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at };
    await tx.consumable.createMany({ data: ids.map(({ kind: _, ...id }) => ({ ...id, ...verdict })) });
    return made.id;
  });
  for (let from = 0; from < shop.day.length; from += PER_WRITE) {
    const to = Math.min(shop.day.length, from + PER_WRITE);
    await ports.db.hot.write((hot) => {
      const save = hot.prepare(PURCHASE);
      for (let row = from; row < to; row += 1) {
        const what = [productId(shop.product[row]!), shop.quantity[row], FIRST_ON + shop.day[row]!];
        save.run(shopId, row, row, ...what, customerId(shop.shopper[row]!));
      }
    });
  }
  return shopId;
}

/** One more order by a shopper of the past, of what they bought then. @returns its id */
export async function addOrder(ports: Ports, shopId: number, shop: SpeedShop, nth: number): Promise<bigint> {
  const row = (nth * 7919) % shop.day.length;
  const orderId = BigInt(shop.day.length + nth);
  const [at, on] = [ports.clock.now().getTime(), FIRST_ON + 540];
  await ports.db.hot.write((hot) => {
    const customer = customerId(shop.shopper[row]!);
    hot.prepare(ORDER).run(shopId, orderId, at, on, customer, at);
    hot.prepare(PURCHASE).run(shopId, orderId, orderId, productId(shop.product[row]!), 1, on, customer);
  });
  return orderId;
}
