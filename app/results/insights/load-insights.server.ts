import { z } from 'zod';
import type { Ports } from '../../ports';
import { productTitles, storedInsights } from './insight-store.server';
import type { Insights } from './insights';

const share = { persons: z.number(), again: z.number() };
const named = z.array(z.object({ name: z.string(), count: z.number() }));
const stored = z.object({
  all: z.object(share),
  waiting: z.number(),
  groups: z.array(
    z.object({ ...share, name: z.enum(['consumable', 'no-consumable', 'one-product', 'several-products']) }),
  ),
  items: z.array(z.object({ ...share, productId: z.string(), isAbove: z.boolean() })),
  second: z.object({ orders: z.number(), untold: z.number(), sources: named, landings: named }),
}) satisfies z.ZodType<Insights>;

export interface InsightsView extends Omit<Insights, 'items'> {
  readonly items: readonly (Insights['items'][number] & { readonly title: string })[];
  /** ISO instant. */
  readonly madeAt: string;
}

/**
 * The answers as they were worked out last. Where there are none yet, or an older version of Larder wrote them, they are
 * asked for and null is returned meanwhile.
 */
export async function loadInsights(
  ports: Pick<Ports, 'db' | 'jobs'>,
  shopId: number,
): Promise<InsightsView | null> {
  const row = await storedInsights(ports.db.read, shopId);
  const insights = row && stored.safeParse(row.view).data;
  if (!insights) {
    await ports.db.write((tx) =>
      ports.jobs.enqueue(tx, { kind: 'results.insights', shopId, key: `${shopId}` }),
    );
    return null;
  }
  const titles = await productTitles(
    ports.db.read,
    shopId,
    insights.items.map(({ productId }) => productId),
  );
  return {
    ...insights,
    items: insights.items.map((item) => ({
      ...item,
      title: titles.get(item.productId) ?? 'A product that is gone',
    })),
    madeAt: row.madeAt.toISOString(),
  };
}
