import type { DemoConfig } from '../../config';
import type { AppDeclaration } from '../app-declaration';

/**
 * What the demo's merchant agrees to when the app is installed: everything the app requires, and of its optional
 * scopes the whole order history, unless it is to be asked for later.
 */
export function scopesAtInstall(
  app: AppDeclaration,
  config: Pick<DemoConfig, 'grantedScopes' | 'wholeHistory'>,
): string[] {
  const wholeHistory = config.wholeHistory
    ? app.optionalScopes.filter((scope) => scope === 'read_all_orders')
    : [];
  return allowed([...app.scopes, ...wholeHistory], config);
}

/** The scopes that pass what the merchant is configured to allow, without doubles. */
export function allowed(scopes: readonly string[], config: Pick<DemoConfig, 'grantedScopes'>): string[] {
  const limit = config.grantedScopes;
  return [...new Set(scopes)].filter((scope) => limit === null || limit.includes(scope));
}

/** Writing a resource implies reading it. */
export function impliedScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(
    scopes.flatMap((scope) =>
      scope.startsWith('write_') ? [scope, scope.replace('write_', 'read_')] : [scope],
    ),
  );
}
