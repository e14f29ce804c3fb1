/** The shop of `refill-speed-shop` in a database, as ingest would have left it. */
import pino from 'pino';
import { openDatabase } from '../app/db/open-database.server';
import { JOBS } from '../app/job-definitions';
import { statement } from '../app/db/statement';
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

const PURCHASE = statement(`
  INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "variantId", "quantity", "boughtOn",
    "unitPriceMinor", "isSubscription", "customerId", "browserId")
  VALUES (:shopId, :orderId, :orderId, :productId, NULL, :quantity, :boughtOn, 500, FALSE, :customerId, NULL)`);
const ORDER = statement(`
  INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "customerId", "currency", "netMinor",
    "shopifyUpdatedAt")
  VALUES (:shopId, :orderId, '', :at, :on, :customerId, 'GBP', 500, :at)`);

export async function fillRefillShop(ports: Ports, shop: SpeedShop): Promise<number> {
  const at = ports.clock.now();
  const shopId = await ports.db.write(async (tx) => {
    const made = await tx.prisma.shop.create({
      data: { domain: 'speed.myshopify.com', timeZone: 'UTC', installedAt: at },
    });
    const ids = Array.from({ length: PRODUCTS }, (_, i) => ({
      shopId: made.id,
      productId: productId(i),
      kind: kindOfProduct(i),
    }));
    await tx.prisma.product.createMany({
      data: ids.map(({ kind, ...id }, i) => ({
        ...{ ...id, handle: `p-${i}`, title: kind, productType: kind, tags: [], isLive: true },
        ...{ isAvailable: true, shopifyUpdatedAt: at },
      })),
    });
    const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at };
    await tx.prisma.consumable.createMany({ data: ids.map(({ kind: _, ...id }) => ({ ...id, ...verdict })) });
    return made.id;
  });
  for (let from = 0; from < shop.day.length; from += PER_WRITE) {
    const to = Math.min(shop.day.length, from + PER_WRITE);
    await ports.db.group(async (tx) => {
      for (let row = from; row < to; row += 1) {
        const what = { productId: productId(shop.product[row]!), quantity: shop.quantity[row]! };
        const [boughtOn, customer] = [FIRST_ON + shop.day[row]!, customerId(shop.shopper[row]!)];
        await tx.run(PURCHASE, { shopId, orderId: row, ...what, boughtOn, customerId: customer });
      }
    });
  }
  return shopId;
}

/** One more order by a shopper of the past, of what they bought then. @returns its id */
export async function addOrder(ports: Ports, shopId: number, shop: SpeedShop, nth: number): Promise<bigint> {
  const row = (nth * 7919) % shop.day.length;
  const orderId = BigInt(shop.day.length + nth);
  const [at, on] = [ports.clock.now(), FIRST_ON + 540];
  const order = { shopId, orderId, customerId: customerId(shop.shopper[row]!) };
  await ports.db.group(async (tx) => {
    await tx.run(ORDER, { ...order, at, on });
    await tx.run(PURCHASE, { ...order, productId: productId(shop.product[row]!), quantity: 1, boughtOn: on });
  });
  return orderId;
}
