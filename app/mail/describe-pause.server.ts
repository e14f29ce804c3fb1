import type { Ports } from '../ports';
import type { PauseReason } from './sending-pause';
import { loadPause } from './sending-pause-store.server';

/** Why no mail of a shop goes out; plain JSON. */
export interface PauseView {
  readonly reason: PauseReason;
  /** The mail server's own words, without addresses. */
  readonly said: string;
  /** ISO instant. */
  readonly since: string;
}

/** What the merchant is told while the mail server refuses the shop's mail; null as soon as a mail went through. */
export async function describePause(ports: Pick<Ports, 'db'>, shopId: number): Promise<PauseView | null> {
  const pause = await loadPause(ports.db.read, shopId);
  return pause && { reason: pause.reason, said: pause.said, since: pause.sinceAt.toISOString() };
}
