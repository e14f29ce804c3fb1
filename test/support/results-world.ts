/** A shop whose shoppers are exposed through the real `expose` and whose orders arrive as rows: what results are counted from. */
import { statement } from '../../app/db/statement';
import { loadOrders } from '../../app/orders/arrived-order-store.server';
import { learnFromOrders } from '../../app/shoppers/learn-from-orders.server';
import { expose } from '../../app/holdout/expose.server';
import type { ExposureAnswer, ExposureRequest } from '../../app/holdout/exposure';
import { startLayer } from '../../app/holdout/layer-store.server';
import type { LayerName } from '../../app/holdout/layer';
import { collectResults } from '../../app/results/counting/collect-results.server';
import type { DailySum } from '../../app/results/counting/daily-sum';
import type { Outcome } from '../../app/results/counting/outcome';
import { outcomesAfter } from '../../app/results/counting/outcome-store.server';
import { allSums } from '../../app/results/counting/sum-store.server';
import { localDay } from '../../app/shops/local-day';
import type { JobOf } from '../../app/ports';
import { makeTestShop, type TestPorts } from './test-ports';

const REMOVE_LINES = statement(`DELETE FROM "Purchase" WHERE "shopId" = :shopId AND "orderId" = :orderId`);

const PLACE = statement(`
  INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "customerId", "browserId", "checkoutToken",
    "currency", "netMinor", "cancelledAt", "shopifyUpdatedAt")
  VALUES (:shopId, :orderId, '', :placedAt, :placedOn, :customerId, :browserId, :checkoutToken, :currency, :netMinor,
    :cancelledAt, :updatedAt)
  ON CONFLICT ("shopId", "orderId") DO UPDATE SET "placedAt" = excluded."placedAt", "placedOn" = excluded."placedOn",
    "customerId" = excluded."customerId", "browserId" = excluded."browserId",
    "checkoutToken" = excluded."checkoutToken", "currency" = excluded."currency", "netMinor" = excluded."netMinor",
    "cancelledAt" = excluded."cancelledAt", "shopifyUpdatedAt" = excluded."shopifyUpdatedAt"`);

const ADD_LINES = statement(`
  INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "quantity", "boughtOn", "unitPriceMinor",
    "isSubscription", "customerId", "browserId")
  SELECT :shopId, r."lineId", :orderId, r."productId", 1, :placedOn, 1, FALSE, :customerId, :browserId
  FROM rows(:lines, "lineId" number, "productId" number) AS r`);

export interface PlacedOrder {
  readonly orderId: number;
  readonly customerId?: number | null;
  readonly browserId?: string | null;
  readonly checkoutToken?: string | null;
  readonly placedAt?: Date;
  readonly netMinor?: number;
  readonly currency?: string;
  readonly productIds?: readonly number[];
  readonly isCancelled?: boolean;
}

export interface ResultsWorld {
  readonly ports: TestPorts;
  readonly shop: { readonly id: number; readonly domain: string; readonly timeZone: string };
  start(name: LayerName, shareBp: number): Promise<number>;
  expose(
    request: Pick<ExposureRequest, 'key' | 'tactic'> & Partial<ExposureRequest>,
  ): Promise<ExposureAnswer>;
  /** Puts an order into the mirror in place of what was there, without telling anybody. */
  place(order: PlacedOrder): Promise<void>;
  /** As the jobs after an order's arrival. */
  arrive(...orderIds: readonly number[]): Promise<void>;
  collect(payload?: JobOf<'results.collect'>['payload']): Promise<void>;
  outcomes(): Promise<readonly Outcome[]>;
  sums(): Promise<readonly DailySum[]>;
}

export async function makeResultsWorld(
  ports: TestPorts,
  shares: Partial<Record<LayerName, number>> = {},
): Promise<ResultsWorld> {
  const shop = await makeTestShop(ports);
  const shopId = shop.id;
  let exposures = 0;
  const world: ResultsWorld = {
    ports,
    shop,
    async start(name, shareBp) {
      const at = ports.clock.now();
      return (await ports.db.write((tx) => startLayer(tx, { shopId, name, shareBp, at }))).id;
    },
    expose: (request) =>
      expose(ports, {
        shopId,
        shopDomain: shop.domain,
        businessKey: `exposure-${++exposures}`,
        at: ports.clock.now(),
        detail: {},
        ...request,
      }),
    async place(order) {
      const { orderId, placedAt = ports.clock.now(), netMinor = 1000, productIds = [1] } = order;
      const { customerId = null, browserId = null, checkoutToken = null, currency = 'GBP' } = order;
      const placedOn = localDay(placedAt, shop.timeZone);
      const isHeld = netMinor > 0 && !order.isCancelled;
      const lines = (isHeld ? productIds : []).map((productId, index) => ({
        lineId: orderId * 1000 + index,
        productId,
      }));
      const buyer = { customerId, browserId };
      const cancelledAt = order.isCancelled ? placedAt : null;
      await ports.db.group(async (tx) => {
        await tx.run(REMOVE_LINES, { shopId, orderId });
        await tx.run(PLACE, {
          ...{
            shopId,
            orderId,
            placedAt,
            placedOn,
            ...buyer,
            checkoutToken,
            currency,
            netMinor,
            cancelledAt,
          },
          updatedAt: new Date(0),
        });
        await tx.run(ADD_LINES, { shopId, orderId, placedOn, ...buyer, lines });
      });
    },
    async arrive(...orderIds) {
      const ids = orderIds.map(BigInt);
      const orders = await loadOrders(ports.db.read, shopId, { orderIds: ids });
      await learnFromOrders(ports, { shopId, orders });
      await world.collect({ orderIds: ids });
    },
    collect: (payload = {}) => collectResults(ports, { shopId, payload }),
    outcomes: () => outcomesAfter(ports.db.read, shopId, null, 1_000_000),
    sums: async () => inOrder(await allSums(ports.db.read, shopId)),
  };
  for (const [name, shareBp] of Object.entries(shares)) await world.start(name as LayerName, shareBp);
  return world;
}

function inOrder(sums: readonly DailySum[]): readonly DailySum[] {
  const name = (daily: DailySum) =>
    [daily.tactic, daily.layerId, daily.segment, daily.arm, daily.metric, daily.dayOn].join(' ');
  return [...sums].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
