import Sqlite from 'better-sqlite3';
import type { Database } from '../app/ports';

const DAY_MS = 86_400_000;
/** Days over which the shoppers were first exposed, the same for every size of shop. */
const DAYS = 180;
const LIMIT = 8000;

/**
 * A shop with an outcome for the shelf and one for Larder for each of so many shoppers: a tenth in control, one in five
 * converts, spends are spread widely. Rows are made by SQL, on a connection of its own.
 */
export async function fillOutcomes(
  db: Database,
  file: string,
  shoppers: number,
  now: Date,
): Promise<{
  readonly shopId: number;
  readonly layers: { readonly holdout: number; readonly shelf: number };
}> {
  const startedAt = new Date(now.getTime() - DAYS * DAY_MS);
  const made = await db.write(async (tx) => {
    const { id: shopId } = await tx.prisma.shop.create({
      data: { domain: 'large.myshopify.com', currency: 'GBP', installedAt: startedAt },
    });
    const layer = (name: string) =>
      tx.prisma.layer.create({
        data: {
          shopId,
          name,
          version: 1,
          shareBp: 1000,
          startedAt,
          revenueCapMinor: LIMIT,
          capFixedAt: startedAt,
        },
      });
    const [holdout, shelf] = [await layer('holdout'), await layer('shelf')];
    const changes = { state: 'on', changedAt: startedAt, firstOnAt: startedAt };
    await tx.prisma.tactic.create({ data: { shopId, name: 'shelf', ...changes } });
    return { shopId, layers: { holdout: holdout.id, shelf: shelf.id } };
  });
  const own = new Sqlite(file);
  const fill = own.prepare(FILL);
  const named = { shopId: made.shopId, start: startedAt.getTime(), days: DAYS };
  for (const [tactic, layerId] of [
    ['shelf', made.layers.shelf],
    ['larder', made.layers.holdout],
  ] as const)
    for (let from = 0; from < shoppers; from += 50_000)
      fill.run({ ...named, tactic, layerId, from, until: Math.min(shoppers, from + 50_000) });
  own.close();
  return made;
}

// Everything hangs on the number of the shopper alone, so that every run has the same shop.
const FILL = `
  WITH RECURSIVE n(i) AS (SELECT @from UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @until),
  mixed AS (SELECT i, (i * 2654435761) % 4294967296 AS h, (i * 40503 + 977) % 65536 AS g FROM n),
  shopper AS (
    SELECT i, h % @days AS day, CASE WHEN g % 10 = 0 THEN 'control' ELSE 'treated' END AS arm,
      (h / 7) % 5 = 0 AS converts, 300 + (h / 11) % 700 * ((g % 13) + 1) AS spend, (h / 13) % 28 AS wait, h, g
    FROM mixed)
  INSERT INTO "Outcome" ("shopId", "tactic", "keyId", "layerId", "arm", "counts", "drawnOn", "firstAt", "firstOn", "closesOn",
    "exposures", "crossed", "convertedAt", "convertedOn", "orderId", "orders", "netMinor", "otherCurrency", "beforeMinor",
    "attributedOrders", "lateIdentity", "orderAwaited", "returnedOn", "dismissedOn", "segments")
  SELECT @shopId, @tactic, i + 1, @layerId, arm, 1, @start / 86400000 + day, @start + day * 86400000,
    @start / 86400000 + day, @start / 86400000 + day + 29, 1 + h % 4, 0,
    iif(converts, @start + (day + wait) * 86400000, NULL), iif(converts, @start / 86400000 + day + wait, NULL),
    iif(converts, i, NULL), converts, converts * spend, 0, ((h / 17) % 3 = 0) * spend, (h / 19) % 40 = 0, 0, 0,
    iif((h / 23) % 3 = 0, @start / 86400000 + day + 3, NULL), iif((h / 29) % 50 = 0, @start / 86400000 + day + 1, NULL),
    json_array(
      iif(h % 2, 'history:new', 'history:returning'), iif(g % 3, 'recent:yes', 'recent:no'),
      iif(h % 3, 'known-as:guest', 'known-as:account'), iif(g % 2, 'device:mobile', 'device:desktop'),
      'category:' || char(97 + g % 8))
  FROM shopper`;
