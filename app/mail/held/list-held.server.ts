import type { Ports } from '../../ports';
import { findKind, type MailKind } from '../kinds';
import { LONGEST_WANTED_MS } from '../outbox/message';
import { heldMessages } from './held-store.server';

const SHOWN = 25;

/** A mail that may or may not have gone out, with what to look for in the mail server's log; plain JSON, no address. */
export interface HeldView {
  readonly id: string;
  readonly kind: string;
  /** As it stands in the mail and in the server's log. */
  readonly messageId: string;
  /** ISO instants. When it was handed over; when it was meant for. */
  readonly handedOverAt: string | null;
  readonly meantFor: string;
  /** The merchant found that it never went out. */
  readonly isNotSent: boolean;
  readonly maySendAgain: boolean;
}

export interface HeldList {
  readonly held: readonly HeldView[];
  /** All of them; the oldest are shown. */
  readonly count: number;
}

export async function listHeld(
  ports: Pick<Ports, 'db' | 'clock' | 'config'>,
  kinds: readonly MailKind[],
  shopId: number,
): Promise<HeldList> {
  const now = ports.clock.now().getTime();
  const meantAfter = new Date(now - LONGEST_WANTED_MS);
  const { rows, count } = await heldMessages(ports.db.read, shopId, { meantAfter, take: SHOWN });
  const domain = ports.config.mailFrom.split('@').at(-1) ?? '';
  const held = rows.map(({ id, kind, claimedAt, handedOverAt, meantFor, state }) => ({
    id,
    kind,
    messageId: `<${id}@${domain}>`,
    handedOverAt: (handedOverAt ?? claimedAt)?.toISOString() ?? null,
    meantFor: meantFor.toISOString(),
    isNotSent: state === 'failed',
    maySendAgain: now - meantFor.getTime() <= findKind(kinds, kind).wantedForMs,
  }));
  return { held, count };
}
