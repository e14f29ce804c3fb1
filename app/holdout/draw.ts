import type { ShopperName } from '../shoppers/shopper-key';
import { BUCKETS, bucketOf } from './bucket';
import type { Layer } from './layer';

/** `in`: held out of everything. */
export type HoldoutArm = 'in' | 'out';

export type TacticArm = 'treated' | 'control';

export interface Draw<A extends HoldoutArm | TacticArm> {
  readonly arm: A;
  readonly bucket: number;
  /** `bucket`: by the key's own bucket; `kept`: certain from the arm under an older version. */
  readonly how: 'bucket' | 'kept';
}

/** What an older version of the standing holdout said about the same person. */
export interface OlderHoldout {
  readonly arm: HoldoutArm;
  readonly shareBp: number;
}

/** The key's bucket in one version of one layer of one shop. */
export function layerBucket(
  shopDomain: string,
  layer: Pick<Layer, 'name' | 'version'>,
  key: ShopperName,
): number {
  return bucketOf(`${shopDomain}:${layer.name}:${layer.version}`, `${key.kind}:${key.value}`);
}

/**
 * Draws a shopper in the standing holdout. A larger share keeps everyone already held out and adds just enough of the
 * others; a smaller one lets just enough of them go and adds nobody: either way the share holds over all shoppers and
 * as few as possible change sides.
 */
export function drawHoldout(
  shopDomain: string,
  layer: Layer,
  key: ShopperName,
  older: OlderHoldout | null,
): Draw<HoldoutArm> {
  const bucket = layerBucket(shopDomain, layer, key);
  const chanceBp = older ? chanceAfter(older, layer.shareBp) : layer.shareBp;
  const isCertain = older !== null && (chanceBp === 0 || chanceBp === BUCKETS);
  return { arm: bucket < chanceBp ? 'in' : 'out', bucket, how: isCertain ? 'kept' : 'bucket' };
}

function chanceAfter(older: OlderHoldout, shareBp: number): number {
  if (older.arm === 'in') return Math.min(BUCKETS, Math.round((shareBp / older.shareBp) * BUCKETS));
  return Math.max(0, Math.round(((shareBp - older.shareBp) / (BUCKETS - older.shareBp)) * BUCKETS));
}

/** Draws a shopper who is not held out in a tactic's own layer. */
export function drawTactic(shopDomain: string, layer: Layer, key: ShopperName): Draw<TacticArm> {
  const bucket = layerBucket(shopDomain, layer, key);
  return { arm: bucket < layer.shareBp ? 'control' : 'treated', bucket, how: 'bucket' };
}
