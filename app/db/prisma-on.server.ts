import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '@prisma/client';
import type Sqlite from 'better-sqlite3';

/** A Prisma client and the connection on which it works: statements run on it take part in Prisma's transaction. */
export interface PrismaConnection {
  readonly client: PrismaClient;
  readonly connection: Sqlite.Database;
}

/** @param file absolute path of an existing database */
export async function openPrisma(
  file: string,
  options: { readonly readonly: boolean },
): Promise<PrismaConnection> {
  const factory = new PrismaBetterSQLite3(
    { url: `file:${file}`, ...options },
    { timestampFormat: 'unixepoch-ms' },
  );
  const adapter = await factory.connect();
  const client = new PrismaClient({
    adapter: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => Promise.resolve(adapter),
    },
  });
  await client.$connect();
  // Not in its types: the adapter keeps the connection that it opened under this name.
  const { client: connection } = adapter as unknown as { readonly client: Sqlite.Database };
  return { client, connection };
}
