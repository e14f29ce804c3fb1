/** `npm run migration -- NAME`: writes the SQL that leads from the migrations so far to prisma/models.prisma. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, stopWith } from './prepare.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) stopWith('Name the change: npm run migration -- add_something');
const folder = join(root, 'prisma/sqlite/migrations');
// The JavaScript engine cannot read a database's shape; what is committed stands for what the migrations lead to, and
// test/migrations.test.ts holds the two together.
const scratch = mkdtempSync(join(tmpdir(), 'larder-migration-'));
copyFileSync(join(root, 'prisma/sqlite/base.prisma'), join(scratch, 'base.prisma'));
writeFileSync(join(scratch, 'models.prisma'), run('git', ['show', 'HEAD:prisma/models.prisma']));
const script = run(process.execPath, [
  'node_modules/prisma/build/index.js',
  ...[
    'migrate',
    'diff',
    '--from-schema-datamodel',
    scratch,
    '--to-schema-datamodel',
    'prisma/sqlite',
    '--script',
  ],
]);
rmSync(scratch, { recursive: true, force: true });
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
