import { z } from 'zod';

const productId = z.string().regex(/^\d+$/).transform(BigInt);
const about = z.object({
  items: z.array(z.object({ productId })).catch([]),
  offers: z.array(z.object({ productId, offeredOn: z.number().int() })).catch([]),
});

export interface About {
  /** The first is what it was about most. */
  readonly productIds: readonly bigint[];
  /** Of a reminder's offer: the product and the day it was offered for. */
  readonly offers: readonly { readonly productId: bigint; readonly offeredOn: number }[];
}

/** What an exposure was about, as its room has kept it; nothing once the person was erased. */
export function readAbout(detail: unknown): About {
  const read = about.safeParse(detail).data ?? { items: [], offers: [] };
  return {
    productIds: [...read.items, ...read.offers].map((item) => item.productId),
    offers: read.offers,
  };
}
