/**
 * Makes the schema files beside this script from the published package `@shopify/dev-mcp`:
 *
 *   npx tsx demo-store/shopify/schema/build-schema.ts
 *
 * Only interface facts are kept (types, fields, arguments, required access scopes); every description and every
 * deprecation text is dropped.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildClientSchema, printSchema, type IntrospectionQuery } from 'graphql';
import type { AccessRules } from './load-schema';

const PACKAGE = '@shopify/dev-mcp@1.16.0';
const VERSION = '2026-07';

interface PublishedSchema {
  data: IntrospectionQuery;
  offline_scopes: {
    items: { typeName: string; fieldName?: string; requiredAccess: string; offlineScopes: string[] }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'admin-schema-'));
try {
  const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  const wanted = [`package/dist/data/admin_${VERSION}.json.gz`, 'package/LICENSE'];
  execFileSync('tar', ['-xzf', archive, ...wanted], { cwd: folder });
  const published = JSON.parse(
    gunzipSync(readFileSync(join(folder, `package/dist/data/admin_${VERSION}.json.gz`))).toString('utf8'),
  ) as PublishedSchema;
  write(`admin-${VERSION}.graphql.gz`, printSchema(buildClientSchema(withoutProse(published.data))));
  write(`access-scopes-${VERSION}.json.gz`, JSON.stringify(accessRules(published)));
  const notice = `The files here are derived from the npm package ${PACKAGE}.\n\n`;
  writeFileSync(
    join(import.meta.dirname, 'NOTICE'),
    notice + readFileSync(join(folder, 'package/LICENSE'), 'utf8'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A copy of an introspection result with every description removed and every deprecation reduced to the bare fact. */
function withoutProse<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'description') return null;
      if (key === 'deprecationReason' && inner !== null) return 'No longer supported';
      return inner;
    }),
  ) as T;
}

function accessRules(published: PublishedSchema): AccessRules {
  const rules: Record<string, { scopes: string[]; requiredAccess: string }> = {};
  for (const item of published.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    const name = item.fieldName ? `${item.typeName}.${item.fieldName}` : item.typeName;
    rules[name] = { scopes: item.offlineScopes, requiredAccess: item.requiredAccess };
  }
  return rules;
}

function write(name: string, text: string): void {
  writeFileSync(join(import.meta.dirname, name), gzipSync(text, { level: 9 }));
}
