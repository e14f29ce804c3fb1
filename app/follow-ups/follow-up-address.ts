import type { SealedPlace } from '../sealing/sealed-place';

/** Where the address of a follow-up lies. */
export function addressPlace({ shopId, id }: { readonly shopId: number; readonly id: string }): SealedPlace {
  return { table: 'FollowUp', column: 'email', shop: shopId, row: id };
}
