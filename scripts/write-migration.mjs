/** `npm run migration -- NAME`: writes the SQL that leads from the migrations so far to prisma/models.prisma. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, stopWith } from './prepare.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) stopWith('Name the change: npm run migration -- add_something');
const migrations = 'prisma/sqlite/migrations';
const folder = join(root, migrations);
// Prisma applies the migrations, committed or not, to a database in memory and compares that.
const from = ['--from-migrations', migrations];
const to = ['--to-schema-datamodel', 'prisma/sqlite'];
const script = run(process.execPath, [
  'node_modules/prisma/build/index.js',
  ...['migrate', 'diff', ...from, ...to, '--script'],
]);
const sql = script.replace(/^Loaded Prisma config.*\n+/, '');
if (/^-- This is an empty migration/.test(sql)) stopWith('prisma/models.prisma asks for nothing new.');
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = join(folder, `${stamp}_${name}`);
mkdirSync(target);
writeFileSync(join(target, 'migration.sql'), sql);
process.stdout.write(
  `Wrote ${target}/migration.sql (${readdirSync(folder).length - 1} migrations). Read it before you commit it.\n`,
);

function run(program, args) {
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) stopWith(done.stderr);
  return done.stdout;
}
