import { z } from 'zod';

const id = z.string().regex(/^\d+$/).transform(BigInt);
const offer = z.object({
  productId: id,
  variantId: id,
  quantity: z.number().int(),
  offeredOn: z.number().int(),
});
const about = z.object({
  items: z.array(z.object({ productId: id })).catch([]),
  offers: z.array(offer).catch([]),
});

/** What an exposure was about, as the room that logged it has kept it in `detail`. */
export interface About {
  /** The first is what it was about most. */
  readonly productIds: readonly bigint[];
  /** Of a reminder's offer: each product with the day it was offered for, soonest first. */
  readonly offers: readonly z.output<typeof offer>[];
}

/** Reads an exposure's `detail`, whoever logged it; nothing is left of it once the person was erased. */
export function readAbout(detail: unknown): About {
  const read = about.safeParse(detail).data ?? { items: [], offers: [] };
  return { productIds: [...read.items, ...read.offers].map((item) => item.productId), offers: read.offers };
}
