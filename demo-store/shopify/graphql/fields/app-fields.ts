import type { AppDeclaration } from '../../app-declaration';
import { APP_ID, INSTALLATION_ID } from '../../installation';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import type { Args } from '../args';
import { metafieldsOf } from './metafield-fields';

/** There is one installation; its source is only a mark. */
export const theInstallation = {};

export const AppInstallation: Fields<object> = {
  ...metafieldsOf(() => gid('AppInstallation', INSTALLATION_ID)),
  id: () => gid('AppInstallation', INSTALLATION_ID),
  accessScopes: (_source, _args, { installation }) => installation.get().scopes,
  activeSubscriptions: () => [],
  app: (_source, _args, { app }) => app,
  launchUrl: (_source, _args, { config }) => launchUrl(config.shopDomain, config.appHandle),
};

export const AppFields: Fields<AppDeclaration> = {
  id: () => gid('App', APP_ID),
  apiKey: (_app, _args, { config }) => config.apiKey,
  handle: (_app, _args, { config }) => config.appHandle,
  title: (app) => app.name,
  embedded: () => true,
  installation: () => theInstallation,
  requestedAccessScopes: (app) => app.scopes,
  optionalAccessScopes: (app) => app.optionalScopes,
};

export const AccessScope: Fields<string> = {
  handle: (scope) => scope,
  description: (scope) => scope,
};

export function findInstallation(_root: unknown, args: Args): object | null {
  return args.id == null || args.id === gid('AppInstallation', INSTALLATION_ID) ? theInstallation : null;
}

function launchUrl(shopDomain: string, handle: string): string {
  return `https://admin.shopify.com/store/${shopDomain.split('.')[0]}/apps/${handle}`;
}
