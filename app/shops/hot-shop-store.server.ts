import type { HotReader } from '../db/read-steps.server';
import type { HotWriter } from '../ports';

const ZONE = `SELECT "timeZone" FROM "Shop" WHERE "id" = ? AND "uninstalledAt" IS NULL`;

/** The time zone (IANA) of a shop that has Larder now, for what runs with every order; null for any other. */
export async function installedTimeZone(hot: HotReader, shopId: number): Promise<string | null> {
  const row = hot.prepareRead(ZONE).get(shopId) as { timeZone: string } | undefined;
  return row ? row.timeZone : null;
}

const HEARD = `UPDATE "Shop" SET "proxyPath" = ?, "proxyHeardAt" = ? WHERE "id" = ?`;

/** That the storefront spoke to Larder, and on which path. */
export function saveProxyHeard(
  writer: HotWriter,
  { shopId, proxyPath, at }: { readonly shopId: number; readonly proxyPath: string; readonly at: Date },
): void {
  writer.prepare(HEARD).run(proxyPath, at.getTime(), shopId);
}
