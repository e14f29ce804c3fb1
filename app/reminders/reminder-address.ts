import type { SealedAddress } from '../mail/kinds';
import type { SealedPlace } from '../sealing/sealed-place';

/** Where the address of a reminder lies. */
export function addressPlace({ shopId, id }: { readonly shopId: number; readonly id: string }): SealedPlace {
  return { table: 'Reminder', column: 'email', shop: shopId, row: id };
}

/** The address of a reminder as it is kept; null while its order has not come. */
export function addressOf(reminder: {
  readonly shopId: number;
  readonly id: string;
  readonly email: string | null;
}): SealedAddress | null {
  return reminder.email === null ? null : { sealed: reminder.email, place: addressPlace(reminder) };
}
