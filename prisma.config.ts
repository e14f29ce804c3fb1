import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3';
import { defineConfig } from 'prisma/config';

/** Migrations come as whole scripts; better-sqlite3 prepares one statement at a time. */
class SqliteAdapter extends PrismaBetterSQLite3 {
  override async connectToShadowDb() {
    const shadow = await super.connectToShadowDb();
    shadow.executeRaw = async ({ sql }) => {
      await shadow.executeScript(sql);
      return 0;
    };
    return shadow;
  }
}

// The JavaScript engine and the adapter need no engine download. Migrations are written with
// `npm run migration -- NAME` (prisma migrate diff) and applied at start by app/db/apply-migrations.server.ts.
export default defineConfig({
  schema: 'prisma/sqlite',
  migrations: { path: 'prisma/sqlite/migrations' },
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () => new SqliteAdapter({ url: process.env.DATABASE_URL ?? ':memory:' }),
});
