import type { Ports } from '../ports';
import { loadGoods } from './product-store.server';
import { sensitivityOf, type Sensitivity } from './sensitive-goods';
import { tagsOf } from './tags-of';

export interface SensitivityExplained extends Sensitivity {
  /** An older version of Larder decided it; it is decided anew in the night, and nothing here says why. */
  readonly isOutdated: boolean;
}

/** How a product is treated on screens that others may see, and what that rests on; null for an unknown product. */
export async function explainSensitivity(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  productId: bigint,
): Promise<SensitivityExplained | null> {
  const goods = await loadGoods(ports.db.read, shopId, productId);
  if (!goods) return null;
  const now = sensitivityOf({ ...goods, tags: tagsOf(goods.tags) });
  const { isSensitive } = goods;
  if (now.isSensitive !== isSensitive) return { isSensitive, by: null, words: '', isOutdated: true };
  return { ...now, isOutdated: false };
}
