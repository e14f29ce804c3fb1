import type { HotReader } from '../db/read-steps.server';

const ZONE = `SELECT "timeZone" FROM "Shop" WHERE "id" = ? AND "uninstalledAt" IS NULL`;

/** The time zone (IANA) of a shop that has Larder now, for what runs with every order; null for any other. */
export async function installedTimeZone(hot: HotReader, shopId: number): Promise<string | null> {
  const row = hot.prepareRead(ZONE).get(shopId) as { timeZone: string } | undefined;
  return row ? row.timeZone : null;
}
