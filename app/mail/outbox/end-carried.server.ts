import type { Tx } from '../../ports';
import { findKind, type MailKind } from '../kinds';
import type { MessageEnd } from './message';
import { loadCarried } from './claimed-store.server';
import type { MessageId } from './outbox-store.server';

/** Tells the kinds how a mail ended: each message that went in it, in the transaction that keeps the end. */
export async function endCarried(
  tx: Tx,
  kinds: readonly MailKind[],
  message: MessageId,
  { end, at }: { readonly end: MessageEnd; readonly at: Date },
): Promise<void> {
  for (const carried of await loadCarried(tx, message))
    await findKind(kinds, carried.kind).onEnd(tx, { ...carried, end, at });
}
