import { z } from 'zod';
import { bigId, instant, int, json, oneOf, orNull, statement, text } from '../db/statement';
import type { Device } from '../holdout/device';
import type { Arm, WorkedOutArm } from '../holdout/exposure';
import type { JsonValue, Sql, Writer } from '../ports';

export const ARM = oneOf(['treated', 'control', 'holdout'] satisfies readonly Arm[]);

/** An offer to a guest whose order has not come. */
export interface WaitingOffer {
  readonly checkoutToken: string;
  /** The browser id that the cart is said to carry. */
  readonly browserId: string | null;
  readonly workedOut: WorkedOutArm;
  readonly detail: JsonValue;
  readonly device: Device;
  readonly offeredAt: Date;
}

/** More wait only when somebody invents checkouts: an order comes within seconds, so the oldest has none. */
const WAITING_MAX = 10_000;

const draws = z.array(
  z.object({
    layerId: z.number().int(),
    arm: z.enum(['in', 'out', 'treated', 'control']),
    bucket: z.number().int(),
    how: z.enum(['bucket', 'kept']),
  }),
);

const WAITING = {
  checkoutToken: text,
  browserId: orNull(text),
  arm: ARM,
  layerId: orNull(int),
  holdoutLayerId: int,
  draws: json(draws),
  detail: json(z.json()),
  device: oneOf(['mobile', 'desktop', ''] satisfies readonly Device[]),
  offeredAt: instant,
};

const KNOWN = statement(
  `SELECT "arm" FROM "WaitingOffer" WHERE "shopId" = :shopId AND "checkoutToken" = :checkoutToken`,
  { arm: ARM },
);

const USED = statement(
  `SELECT 1 AS "used" FROM "WaitingOffer" WHERE "shopId" = :shopId AND "tokenHash" = :tokenHash`,
  { used: int },
);

const COUNT = statement(
  `SELECT count(*) AS "n" FROM (SELECT 1 FROM "WaitingOffer" WHERE "shopId" = :shopId LIMIT :most) AS waiting`,
  { n: int },
);

const DROP_OLDEST = statement(`
  DELETE FROM "WaitingOffer" WHERE "shopId" = :shopId AND "checkoutToken" =
    (SELECT "checkoutToken" FROM "WaitingOffer" WHERE "shopId" = :shopId ORDER BY "offeredAt" LIMIT 1)`);

const SAVE = statement(`
  INSERT INTO "WaitingOffer" ("shopId", "checkoutToken", "tokenHash", "visitor", "arm", "layerId", "holdoutLayerId", "draws",
    "detail", "device", "offeredAt")
  VALUES (:shopId, :checkoutToken, :tokenHash, :browserId, :arm, :layerId, :holdoutLayerId, :draws, :detail, :device,
    :offeredAt)`);

const FIND = statement(
  `SELECT "checkoutToken", "visitor" AS "browserId", "arm", "layerId", "holdoutLayerId", "draws", "detail", "device", "offeredAt"
   FROM "WaitingOffer" WHERE "shopId" = :shopId AND "checkoutToken" IN (SELECT "value" FROM texts(:checkoutTokens))`,
  WAITING,
);

const REMOVE = statement(
  `DELETE FROM "WaitingOffer" WHERE "shopId" = :shopId AND "checkoutToken" = :checkoutToken`,
);

const REMOVE_BEFORE = statement(
  `DELETE FROM "WaitingOffer" WHERE "shopId" = :shopId AND "offeredAt" < :offeredBefore`,
);

// CROSS JOIN keeps the order: from the few offers to their orders, never through all orders of a shop.
const ORDERS_OF = statement(
  `SELECT o."orderId" FROM "WaitingOffer" w CROSS JOIN "Order" o
   WHERE w."shopId" = :shopId AND o."shopId" = w."shopId" AND o."checkoutToken" = w."checkoutToken" LIMIT 1000`,
  { orderId: bigId },
);

/**
 * Keeps an offer until its order comes, and says in which arm it stands: the first answer of a checkout holds.
 * @returns null when the session token has asked for another checkout before
 */
export async function saveWaitingOffer(
  tx: Writer,
  shopId: number,
  offer: WaitingOffer & { readonly tokenHash: string },
): Promise<Arm | null> {
  const { checkoutToken, tokenHash, browserId, workedOut, device, offeredAt } = offer;
  const known = await tx.first(KNOWN, { shopId, checkoutToken });
  if (known) return known.arm;
  if (await tx.first(USED, { shopId, tokenHash })) return null;
  const count = await tx.first(COUNT, { shopId, most: WAITING_MAX });
  if (count && count.n >= WAITING_MAX) await tx.run(DROP_OLDEST, { shopId });
  const { arm, layerId, holdoutLayerId } = workedOut;
  const drawn = { arm, layerId, holdoutLayerId, draws: JSON.stringify(workedOut.draws) };
  const detail = JSON.stringify(offer.detail);
  await tx.run(SAVE, { shopId, checkoutToken, tokenHash, browserId, ...drawn, detail, device, offeredAt });
  return arm;
}

export async function findWaitingOffers(
  db: Sql,
  shopId: number,
  checkoutTokens: readonly string[],
): Promise<readonly WaitingOffer[]> {
  const rows = await db.all(FIND, { shopId, checkoutTokens });
  return rows.map(({ arm, layerId, holdoutLayerId, draws, ...offer }) => ({
    ...offer,
    workedOut: { arm, layerId, holdoutLayerId, draws },
  }));
}

export async function removeWaitingOffer(tx: Writer, shopId: number, checkoutToken: string): Promise<void> {
  await tx.run(REMOVE, { shopId, checkoutToken });
}

/** Lets go of what nobody bought. */
export async function removeWaitingBefore(tx: Writer, shopId: number, offeredBefore: Date): Promise<void> {
  await tx.run(REMOVE_BEFORE, { shopId, offeredBefore });
}

/** Orders that came without their offers noticing: a few at most. */
export async function ordersOfWaiting(db: Sql, shopId: number): Promise<readonly bigint[]> {
  return (await db.all(ORDERS_OF, { shopId })).map((row) => row.orderId);
}
