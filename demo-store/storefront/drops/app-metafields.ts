import { Drop } from 'liquidjs';
import type { AppMetafield } from '../../contract';
import type { WorldReader } from '../../world/types';
import { isPublished, type ProductDrops } from './product-drops';

/** Prints and tests as its value, as `available_if` needs it, and has `type` and `value` beside. */
class MetafieldDrop extends Drop {
  readonly type: string;
  readonly value: unknown;

  constructor(type: string, value: unknown) {
    super();
    this.type = type;
    this.value = value;
  }

  override valueOf(): string {
    return this.value as string; // the base class says string; booleans and lists pass through as they are
  }
}

/** Liquid's `app.metafields[namespace][key]`. References become the products they point at. */
export function appMetafieldsDrop(
  metafields: readonly AppMetafield[],
  world: WorldReader,
  drops: ProductDrops,
): Record<string, Record<string, MetafieldDrop>> {
  const result: Record<string, Record<string, MetafieldDrop>> = {};
  for (const field of metafields) {
    (result[field.namespace] ??= {})[field.key] = new MetafieldDrop(field.type, valueOf(field, world, drops));
  }
  return result;
}

function valueOf(field: AppMetafield, world: WorldReader, drops: ProductDrops): unknown {
  const product = (gid: unknown) => {
    const found = world.product(String(gid).replace(/^gid:\/\/shopify\/Product\//, ''));
    return found && isPublished(found) ? drops.of(found) : null;
  };
  if (field.type === 'product_reference') return product(field.value);
  if (field.type === 'list.product_reference') {
    return (JSON.parse(field.value) as unknown[]).map(product).filter(Boolean);
  }
  if (field.type === 'json' || field.type.startsWith('list.')) return JSON.parse(field.value);
  if (field.type === 'boolean') return field.value === 'true';
  if (field.type.startsWith('number_')) return Number(field.value);
  return field.value;
}
