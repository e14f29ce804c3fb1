import type { HotWriter, Reader, Tx } from '../ports';
import type { Layer, LayerName } from './layer';

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
  const last = await tx.layer.aggregate({ where: { shopId, name }, _max: { version: true } });
  await tx.layer.updateMany({ where: { shopId, name, endedAt: null }, data: { endedAt: at } });
  const version = (last._max.version ?? 0) + 1;
  const layer = await tx.layer.create({ data: { shopId, name, version, shareBp, startedAt: at } });
  return { id: layer.id, name, version, shareBp };
}

/** The running version of a layer, or null before its first start. */
export async function currentLayer(db: Reader | Tx, shopId: number, name: LayerName): Promise<Layer | null> {
  const [layer] = await db.$queryRaw<Omit<Layer, 'name'>[]>`
    SELECT "id", "version", "shareBp" FROM "Layer" WHERE "shopId" = ${shopId} AND "name" = ${name} AND "endedAt" IS NULL
    ORDER BY "version" DESC LIMIT 1`;
  return layer ? { ...layer, name } : null;
}

const CURRENT = `
  SELECT "id", "version", "shareBp" FROM "Layer" WHERE "shopId" = ? AND "name" = ? AND "endedAt" IS NULL
  ORDER BY "version" DESC LIMIT 1`;

/** @throws Error when the layer was never started. */
export function currentLayerHot(hot: HotWriter, shopId: number, name: LayerName): Layer {
  const row = hot.prepare(CURRENT).get(shopId, name) as
    { id: bigint; version: bigint; shareBp: bigint } | undefined;
  if (!row) throw new Error(`Shop ${shopId} has no ${name} layer: switch the tactic on first`);
  return { id: Number(row.id), name, version: Number(row.version), shareBp: Number(row.shareBp) };
}
