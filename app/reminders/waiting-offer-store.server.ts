import { z } from 'zod';
import { inParts } from '../db/in-parts';
import type { Device } from '../holdout/device';
import type { Arm, WorkedOutArm } from '../holdout/exposure';
import type { HotWriter, JsonValue, Reader, Tx } from '../ports';

/** An offer to a guest whose order has not come. */
export interface WaitingOffer {
  readonly checkoutToken: string;
  /** The browser id that the cart is said to carry. */
  readonly visitor: string | null;
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

const KNOWN = `SELECT "arm" FROM "WaitingOffer" WHERE "shopId" = ? AND "checkoutToken" = ?`;
const USED = `SELECT 1 AS "used" FROM "WaitingOffer" WHERE "shopId" = ? AND "tokenHash" = ?`;
const COUNT = `SELECT count(*) AS "n" FROM (SELECT 1 FROM "WaitingOffer" WHERE "shopId" = ? LIMIT ${WAITING_MAX})`;
const DROP_OLDEST = `
  DELETE FROM "WaitingOffer" WHERE "shopId" = ? AND "checkoutToken" =
    (SELECT "checkoutToken" FROM "WaitingOffer" WHERE "shopId" = ? ORDER BY "offeredAt" LIMIT 1)`;
const SAVE = `
  INSERT INTO "WaitingOffer" ("shopId", "checkoutToken", "tokenHash", "visitor", "arm", "layerId", "holdoutLayerId", "draws",
    "detail", "device", "offeredAt")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Keeps an offer until its order comes, and says in which arm it stands: the first answer of a checkout holds.
 * @returns null when the session token has asked for another checkout before
 */
export function saveWaitingOffer(
  hot: HotWriter,
  shopId: number,
  offer: WaitingOffer & { readonly tokenHash: string },
): Arm | null {
  const { checkoutToken, tokenHash, visitor, workedOut, detail, device, offeredAt } = offer;
  const known = hot.prepare(KNOWN).get(shopId, checkoutToken) as { arm: Arm } | undefined;
  if (known) return known.arm;
  if (hot.prepare(USED).get(shopId, tokenHash)) return null;
  const { n } = hot.prepare(COUNT).get(shopId) as { n: bigint };
  if (Number(n) >= WAITING_MAX) hot.prepare(DROP_OLDEST).run(shopId, shopId);
  const { arm, layerId, holdoutLayerId } = workedOut;
  const about = [JSON.stringify(workedOut.draws), JSON.stringify(detail), device, offeredAt.getTime()];
  hot.prepare(SAVE).run(shopId, checkoutToken, tokenHash, visitor, arm, layerId, holdoutLayerId, ...about);
  return arm;
}

export async function findWaitingOffers(
  db: Reader | Tx,
  shopId: number,
  checkoutTokens: readonly string[],
): Promise<readonly WaitingOffer[]> {
  const rows = [];
  for (const part of inParts(checkoutTokens))
    rows.push(...(await db.waitingOffer.findMany({ where: { shopId, checkoutToken: { in: part } } })));
  return rows.map(({ checkoutToken, visitor, detail, device, offeredAt, ...row }) => ({
    ...{ checkoutToken, visitor, offeredAt },
    detail: detail as JsonValue,
    device: device as Device,
    workedOut: {
      arm: row.arm as Arm,
      layerId: row.layerId,
      holdoutLayerId: row.holdoutLayerId,
      draws: draws.parse(row.draws),
    },
  }));
}

export function removeWaitingOffer(hot: HotWriter, shopId: number, checkoutToken: string): void {
  hot
    .prepare(`DELETE FROM "WaitingOffer" WHERE "shopId" = ? AND "checkoutToken" = ?`)
    .run(shopId, checkoutToken);
}

/** Lets go of what nobody bought. */
export async function removeWaitingBefore(tx: Tx, shopId: number, offeredBefore: Date): Promise<void> {
  await tx.waitingOffer.deleteMany({ where: { shopId, offeredAt: { lt: offeredBefore } } });
}

/** Orders that came without their offers noticing: a few at most. */
export async function ordersOfWaiting(db: Reader, shopId: number): Promise<readonly bigint[]> {
  const rows = await db.$queryRaw<{ orderId: bigint | number }[]>`
    SELECT o."orderId" FROM "WaitingOffer" w JOIN "Order" o
      ON o."shopId" = w."shopId" AND o."checkoutToken" = w."checkoutToken"
    WHERE w."shopId" = ${shopId} LIMIT 1000`;
  return rows.map((row) => BigInt(row.orderId));
}
