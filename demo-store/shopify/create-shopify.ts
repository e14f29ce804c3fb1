import { join } from 'node:path';
import type { DemoConfig } from '../config';
import type { AppClient, AppMetafield, Pages } from '../contract';
import type { World } from '../world/types';
import { createAdminApi } from './admin-api';
import { createAppClient } from './app-client';
import { readAppDeclaration } from './app-declaration';
import { gid } from './graphql/gid';
import { INSTALLATION_ID, openInstallation } from './installation';
import { openPlacements, type Placements } from './placements';
import { createShell } from './shell/create-shell';
import { createWebhooks, type Webhooks } from './webhooks/deliver-webhooks';

export interface Shopify {
  /** Admin API, token endpoint and admin shell, on the demo store's port. */
  readonly pages: Pages;
  readonly app: AppClient;
  readonly placements: Placements;
  readonly webhooks: Webhooks;
  appMetafields(): readonly AppMetafield[];
  /** Where the app proxy is on the storefront. */
  proxyPath(): string;
  close(): void;
}

/** Shopify's side of the demo store, over a world. State is kept in `config.stateDir`, one set of files for each shop. */
export function createShopify(config: DemoConfig, world: World): Shopify {
  const declaration = readAppDeclaration(config.appToml);
  const file = (name: string) => join(config.stateDir, `${config.shopDomain.split('.')[0]}.${name}.json`);
  const installation = openInstallation(file('installation'));
  const placements = openPlacements(file('placements'));
  if (config.fresh) {
    installation.uninstall();
    placements.reset();
  }
  const webhooks = createWebhooks({ config, world, subscriptions: declaration.subscriptions });
  const installed = () => installation.get().installedAt !== null;
  const unsubscribe = world.subscribe((event) => {
    if (installed()) webhooks.announce(event);
  });
  const deps = { config, world, app: declaration, installation, placements, webhooks };
  const adminApi = createAdminApi(deps);
  const shell = createShell(deps);
  return {
    pages: async (request, response) =>
      (await adminApi(request, response)) || (await shell(request, response)),
    app: createAppClient(config, installation, webhooks),
    placements,
    webhooks,
    appMetafields: () =>
      installation
        .get()
        .metafields.filter((field) => field.ownerId === gid('AppInstallation', INSTALLATION_ID)),
    proxyPath: () => installation.get().proxyPath ?? declaration.proxyPath,
    close() {
      unsubscribe();
      webhooks.close();
    },
  };
}
