import { loadLetterItems } from '../mail/letter/letter-store.server';
import type { Ports, Reader } from '../ports';
import { findKey } from '../shoppers/key-store.server';
import type { ReminderRow } from './reminder-row';
import { activeOfKey } from './reminder-store.server';

/** A reminder that is set, for whoever may see it. */
export interface ExistingReminder {
  readonly id: string;
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly remindOn: number;
  readonly state: string;
  /** Only of a proven customer's reminder of another order, whose lines the page does not have; never of sensitive goods. */
  readonly name: string | null;
}

/** What is to come: this checkout's own, and, where the token proves a customer, theirs. One a product: the own one. */
export async function loadExisting(
  { db }: Pick<Ports, 'db'>,
  shopId: number,
  { customerId, own }: { readonly customerId: string | null; readonly own: readonly ReminderRow[] },
): Promise<readonly ExistingReminder[]> {
  const ofCheckout = new Set(own.map((reminder) => reminder.productId));
  const theirs = (await remindersOfCustomer(db.read, shopId, customerId)).filter(
    (reminder) => !ofCheckout.has(reminder.productId),
  );
  const named = await loadLetterItems(db.read, shopId, theirs);
  const all = [
    ...own.map((reminder) => ({ reminder, name: null })),
    ...theirs.map((reminder, place) => ({ reminder, name: shortName(named[place] ?? null) })),
  ];
  return all.map(({ reminder: { id, productId, variantId, remindOn, state }, name }) => ({
    ...{ id, productId, variantId, remindOn, state, name },
  }));
}

/** What is to come for the customer that a token proves; nobody's without one. */
export async function remindersOfCustomer(
  db: Reader,
  shopId: number,
  customerId: string | null,
): Promise<readonly ReminderRow[]> {
  const key = customerId === null ? null : await findKey(db, { shopId, kind: 'account', value: customerId });
  return key ? activeOfKey(db, shopId, key.id) : [];
}

function shortName(item: Awaited<ReturnType<typeof loadLetterItems>>[number]): string | null {
  if (!item || item.isSensitive) return null;
  return [item.productTitle, item.variantTitle].filter(Boolean).join(', ');
}
