import type { DemoConfig } from '../config';
import type { AppDeclaration } from './app-declaration';
import type { Installation } from './installation';
import { allowed } from './oauth/granted-scopes';
import type { Webhooks } from './webhooks/deliver-webhooks';

export interface ScopesDetail {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

interface ScopeDeps {
  readonly config: DemoConfig;
  readonly app: AppDeclaration;
  readonly installation: Installation;
  readonly webhooks: Webhooks;
}

/** What `shopify.scopes.query()` answers. */
export function readScopes({ app, installation }: Pick<ScopeDeps, 'app' | 'installation'>): ScopesDetail {
  return { granted: installation.get().scopes, required: app.scopes, optional: app.optionalScopes };
}

/** Grants declared optional scopes, or takes optional ones back, and tells the app by webhook. Required ones always stay. */
export function changeScopes(
  deps: ScopeDeps,
  change: { readonly grant?: readonly string[]; readonly revoke?: readonly string[] },
): ScopesDetail {
  const previous = deps.installation.get().scopes;
  const granted = (change.grant ?? []).filter((scope) => deps.app.optionalScopes.includes(scope));
  const revoked = (change.revoke ?? []).filter((scope) => !deps.app.scopes.includes(scope));
  const current = allowed([...previous, ...granted], deps.config).filter((scope) => !revoked.includes(scope));
  if (current.join() !== previous.join()) {
    deps.installation.change({ scopes: current });
    deps.webhooks.announce({ topic: 'app/scopes_update', previous, current });
  }
  return readScopes(deps);
}
