import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPorts, type DemoConfig } from './config';
import type { DemoClock, Handler, Pages } from './contract';
import { createDemoClock } from './demo-clock';
import { startInbox } from './inbox/start-inbox';
import { createLanding } from './landing/create-landing';
import { listen } from './listen';
import { openLivedShop } from './lived-shop';
import { createShopify, type Shopify } from './shopify/create-shopify';
import { createEdge } from './shopify/edge/create-edge';
import { createMerchantActs } from './shopify/merchant-acts';
import { createStorefront } from './storefront/create-storefront';
import { openWorld, type OpenedWorld } from './world/open-world';

export interface DemoStore {
  readonly config: DemoConfig; // with the ports it really listens on
  readonly opened: OpenedWorld;
  readonly shopify: Shopify;
  readonly clock: DemoClock;
  readonly smtpPort: number;
  /** Keeps the world and ends everything. */
  close(): Promise<void>;
}

/**
 * Starts every part of the demo store: ports first, so that a taken one is known before the work begins.
 * @param tell hears how far the loading is
 * @throws Error with one sentence when a port is taken, the saved world does not fit, or shopify.app.toml cannot be read
 */
export async function startDemoStore(asked: DemoConfig, tell: (line: string) => void): Promise<DemoStore> {
  const demo = await listen(asked.ports.demo, 'DEMO_PORT');
  const storefrontPort = await listen(asked.ports.storefront, 'DEMO_STOREFRONT_PORT');
  const edgePort = await listen(asked.ports.edge, 'DEMO_EDGE_PORT');
  const config = withPorts(asked, {
    ...asked.ports,
    demo: demo.port,
    storefront: storefrontPort.port,
    edge: edgePort.port,
  });

  mkdirSync(config.stateDir, { recursive: true });
  const opened = await openWorld({
    stateFile: join(config.stateDir, `${config.shopDomain.split('.')[0]}.world.json.gz`),
    fresh: config.fresh,
    seed: config.seed,
    shoppers: config.shoppers,
    days: config.days,
    ordersFile: config.ordersFile ?? undefined,
    wallNow: Date.now,
    onProgress: (done, total, what) => tell(`${what}: ${done} of ${total}`),
  });
  const { world } = opened;
  const shopify = createShopify(config, world);
  const parts = {
    config,
    world,
    placements: shopify.placements,
    app: shopify.app,
    actable: (search?: string, limit?: number) => opened.actable(search, limit),
  };
  const storefront = createStorefront({
    ...parts,
    appMetafields: () => shopify.appMetafields(),
    proxyPath: () => shopify.proxyPath(),
  });
  const inbox = await startInbox({ ...parts, onMail: (mail) => opened.noteMail(mail) });
  const clock = createDemoClock({
    opened,
    acts: storefront.acts,
    app: shopify.app,
    inbox,
    placements: shopify.placements,
  });
  const lived = config.ordersFile
    ? null
    : openLivedShop({
        file: join(config.stateDir, `${config.shopDomain.split('.')[0]}.lived.json`),
        days: config.livedDays,
        merchant: createMerchantActs(config),
        app: shopify.app,
        placements: shopify.placements,
        now: () => clock.now(),
        fresh: config.fresh,
      });
  const landing = createLanding({ ...parts, clock, inbox, lived });
  const edge = createEdge(config);

  demo.answerWith(firstOf([shopify.pages, inbox.pages, landing]));
  storefrontPort.answerWith(storefront.handler);
  edgePort.answerWith(edge.handler);
  edgePort.server.on('upgrade', edge.upgrade);

  return {
    config,
    opened,
    shopify,
    clock,
    smtpPort: inbox.smtpPort,
    async close() {
      shopify.close();
      await Promise.all([
        demo.close(),
        storefrontPort.close(),
        edgePort.close(),
        inbox.close(),
        storefront.close?.(),
      ]);
      await opened.save();
    },
  };
}

function firstOf(parts: readonly Pages[]): Handler {
  return async (request, response) => {
    for (const part of parts) if (await part(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('The demo store has no such page.\n');
  };
}
