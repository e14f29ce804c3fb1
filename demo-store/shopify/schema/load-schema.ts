import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildSchema, type GraphQLSchema } from 'graphql';

export const ADMIN_API_VERSION = '2026-07';

/** Keyed by type (`Order`) or field (`Product.resourcePublications`): any one of `scopes` opens it. */
export type AccessRules = Readonly<
  Record<string, { readonly scopes: readonly string[]; readonly requiredAccess: string }>
>;

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
