/** `npm run migration -- NAME`: writes the SQL that leads from the migrations so far to prisma/models.prisma. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, stopWith } from './prepare.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) stopWith('Name the change: npm run migration -- add_something');
const folder = join(root, 'prisma/sqlite/migrations');
const scratch = mkdtempSync(join(tmpdir(), 'larder-migration-'));
const database = join(scratch, 'now.sqlite');
const applied = run([
  '--import',
  'tsx',
  '-e',
  `
  const { applyMigrations } = await import(${JSON.stringify(join(root, 'app/db/apply-migrations.server.ts'))});
  applyMigrations(${JSON.stringify(database)}, ${JSON.stringify(folder)});`,
]);
if (applied.status !== 0) stopWith(applied.stderr);
const diff = run(
  [
    'node_modules/prisma/build/index.js',
    'migrate',
    'diff',
    '--from-local-database',
    '--to-schema-datamodel',
    'prisma/sqlite',
    '--script',
  ],
  { DATABASE_URL: `file:${database}` },
);
rmSync(scratch, { recursive: true, force: true });
if (diff.status !== 0) stopWith(diff.stderr);
const sql = diff.stdout.replace(/^Loaded Prisma config.*\n+/, '');
if (/^-- This is an empty migration/.test(sql)) stopWith('prisma/models.prisma asks for nothing new.');
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = join(folder, `${stamp}_${name}`);
mkdirSync(target);
writeFileSync(join(target, 'migration.sql'), sql);
process.stdout.write(
  `Wrote ${target}/migration.sql (${readdirSync(folder).length - 1} migrations). Read it before you commit it.\n`,
);

function run(args, env = {}) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
}
