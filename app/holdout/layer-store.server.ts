import { int, statement } from '../db/statement';
import type { Sql, Tx, Writer } from '../ports';
import type { Layer, LayerName } from './layer';

const CURRENT = statement(
  `SELECT "id", "version", "shareBp" FROM "Layer"
  WHERE "shopId" = :shopId AND "name" = :name AND "endedAt" IS NULL ORDER BY "version" DESC LIMIT 1`,
  { id: int, version: int, shareBp: int },
  { isKept: true },
);

const FIX_LIMIT = statement(`
  UPDATE "Layer" SET "revenueCapMinor" = :limit, "capFixedAt" = :fixedAt WHERE "shopId" = :shopId AND "id" = :id`);

/**
 * Starts a layer, or its next version when the share differs; a running version with this share stays as it is.
 * Under a larger standing holdout everyone already held out stays so (draw.ts).
 * @throws Error when the share is not between 1 and 50 per cent.
 */
export async function startLayer(
  tx: Tx,
  { shopId, name, shareBp, at }: { shopId: number; name: LayerName; shareBp: number; at: Date },
): Promise<Layer> {
  if (!Number.isInteger(shareBp) || shareBp < 100 || shareBp > 5000) {
    throw new Error(`A layer's share must be 100 to 5000 ten-thousandths, not ${shareBp}`);
  }
  const running = await currentLayer(tx, shopId, name);
  if (running?.shareBp === shareBp) return running;
  const last = await tx.prisma.layer.aggregate({ where: { shopId, name }, _max: { version: true } });
  await tx.prisma.layer.updateMany({ where: { shopId, name, endedAt: null }, data: { endedAt: at } });
  const version = (last._max.version ?? 0) + 1;
  const layer = await tx.prisma.layer.create({ data: { shopId, name, version, shareBp, startedAt: at } });
  return { id: layer.id, name, version, shareBp };
}

/** The running version of a layer, or null before its first start. */
export async function currentLayer(db: Sql, shopId: number, name: LayerName): Promise<Layer | null> {
  const layer = await db.first(CURRENT, { shopId, name });
  return layer && { ...layer, name };
}

/** The same where one has to run. @throws Error when the layer was never started. */
export async function runningLayer(db: Sql, shopId: number, name: LayerName): Promise<Layer> {
  const layer = await currentLayer(db, shopId, name);
  if (!layer) throw new Error(`Shop ${shopId} has no ${name} layer: switch the tactic on first`);
  return layer;
}

/**
 * Keeps what one person's spend counts with at most in a layer, in minor units; null for no limit.
 * @param fixedAt up to when orders were looked at
 */
export async function fixLimit(
  tx: Writer,
  layer: { readonly shopId: number; readonly id: number },
  limit: number | null,
  fixedAt: Date,
): Promise<void> {
  const { shopId, id } = layer;
  await tx.run(FIX_LIMIT, { shopId, id, limit, fixedAt });
}
