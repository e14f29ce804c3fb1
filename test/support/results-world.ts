/** A shop whose shoppers are exposed through the real `expose` and whose orders arrive as rows: what results are counted from. */
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
  outcomes(): readonly Outcome[];
  sums(): readonly DailySum[];
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
      await ports.db.hot.write((hot) => {
        hot.prepare(`DELETE FROM "Purchase" WHERE "shopId" = ? AND "orderId" = ?`).run(shopId, orderId);
        hot
          .prepare(
            `INSERT OR REPLACE INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "customerId",
              "browserId", "checkoutToken", "currency", "netMinor", "cancelledAt", "shopifyUpdatedAt")
             VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
          )
          .run(
            ...[
              shopId,
              orderId,
              placedAt.getTime(),
              placedOn,
              customerId,
              browserId,
              checkoutToken,
              currency,
            ],
            ...[netMinor, order.isCancelled ? placedAt.getTime() : null],
          );
        for (const [index, productId] of (netMinor > 0 && !order.isCancelled ? productIds : []).entries())
          hot
            .prepare(
              `INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "quantity", "boughtOn",
                "unitPriceMinor", "isSubscription", "customerId", "browserId") VALUES (?, ?, ?, ?, 1, ?, 1, 0, ?, ?)`,
            )
            .run(shopId, orderId * 1000 + index, orderId, productId, placedOn, customerId, browserId);
      });
    },
    async arrive(...orderIds) {
      await learnFromOrders(ports, { shopId, orderIds: orderIds.map(BigInt) });
      await world.collect({ orderIds: orderIds.map(BigInt) });
    },
    collect: (payload = {}) => collectResults(ports, { shopId, payload }),
    outcomes: () => outcomesAfter(ports.db.hot, shopId, null, 1_000_000),
    sums: () => inOrder(allSums(ports.db.hot, shopId)),
  };
  for (const [name, shareBp] of Object.entries(shares)) await world.start(name as LayerName, shareBp);
  return world;
}

function inOrder(sums: readonly DailySum[]): readonly DailySum[] {
  const name = (one: DailySum) =>
    [one.tactic, one.layerId, one.segment, one.arm, one.metric, one.dayOn].join(' ');
  return [...sums].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
