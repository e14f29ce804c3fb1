import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3';
import { defineConfig } from 'prisma/config';

// The JavaScript engine and the adapter need no engine download. Migrations are written with
// `npm run migration -- NAME` (prisma migrate diff) and applied at start by app/db/apply-migrations.server.ts.
export default defineConfig({
  schema: 'prisma/sqlite',
  migrations: { path: 'prisma/sqlite/migrations' },
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () => new PrismaBetterSQLite3({ url: process.env.DATABASE_URL ?? ':memory:' }),
});
