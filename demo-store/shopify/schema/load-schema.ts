import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildSchema, type GraphQLSchema } from 'graphql';

export const ADMIN_API_VERSION = '2026-07';

/** Any one of the scopes opens it; `requiredAccess` says so in Shopify's words. */
export interface AccessRule {
  readonly scopes: readonly string[];
  readonly requiredAccess: string;
}

/** Keyed by type (`Order`) or field (`Product.resourcePublications`). */
export type AccessRules = Readonly<Record<string, AccessRule>>;

let schema: GraphQLSchema | undefined;
let rules: AccessRules | undefined;

/** Shopify's real Admin schema, without descriptions. Built at the first call (about 200 ms), then shared. */
export function loadAdminSchema(): GraphQLSchema {
  schema ??= buildSchema(adminSchemaText(), { assumeValid: true });
  return schema;
}

/** The same schema as SDL text. */
export function adminSchemaText(): string {
  return unpack(`admin-${ADMIN_API_VERSION}.graphql.gz`);
}

/** Which access scopes each type and field of that schema needs. */
export function loadAccessRules(): AccessRules {
  rules ??= JSON.parse(unpack(`access-scopes-${ADMIN_API_VERSION}.json.gz`)) as AccessRules;
  return rules;
}

function unpack(name: string): string {
  return gunzipSync(readFileSync(join(import.meta.dirname, name))).toString('utf8');
}
