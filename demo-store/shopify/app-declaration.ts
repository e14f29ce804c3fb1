import { readFileSync } from 'node:fs';
import { parse, type TomlTable, type TomlValue } from 'smol-toml';

/** What the app declares to Shopify in `shopify.app.toml`. */
export interface AppDeclaration {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly subscriptions: readonly WebhookSubscription[];
  /** `/apps/larder`: where the app proxy is on the storefront of a shop that installs the app. */
  readonly proxyPath: string;
}

export interface WebhookSubscription {
  readonly topic: string;
  readonly uri: string; // relative to the app's address
  readonly includeFields: readonly string[] | null;
}

/** @throws Error when the file is missing or a part the demo store needs has the wrong form. */
export function readAppDeclaration(file: string): AppDeclaration {
  const toml = parse(readFileSync(file, 'utf8'));
  const access = table(toml.access_scopes);
  const proxy = table(toml.app_proxy);
  return {
    name: text(toml.name),
    scopes: scopeList(access.scopes),
    optionalScopes: scopeList(access.optional_scopes),
    subscriptions: tables(table(toml.webhooks).subscriptions).flatMap(readSubscription),
    proxyPath: `/${text(proxy.prefix)}/${text(proxy.subpath)}`,
  };
}

function readSubscription(entry: TomlTable): WebhookSubscription[] {
  const topics = [...texts(entry.topics), ...texts(entry.compliance_topics)];
  const includeFields = entry.include_fields === undefined ? null : texts(entry.include_fields);
  return topics.map((topic) => ({ topic, uri: text(entry.uri), includeFields }));
}

function scopeList(value: TomlValue | undefined): string[] {
  if (Array.isArray(value)) return texts(value);
  return text(value)
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
}

function table(value: TomlValue | undefined): TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) ? value : {};
}

function tables(value: TomlValue | undefined): TomlTable[] {
  return Array.isArray(value) ? value.map(table) : [];
}

function texts(value: TomlValue | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function text(value: TomlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
