import type { Ports } from '../../ports';
import { LONGEST_WANTED_MS } from './message';
import type { PauseReason } from './sending-pause';
import { loadPause } from './sending-pause-store.server';

/** Why no mail of a shop goes out; plain JSON. */
export interface PauseView {
  readonly reason: PauseReason;
  /** The mail server's own words, without addresses. */
  readonly said: string;
  /** ISO instant. */
  readonly since: string;
  /** For how long mail that is due waits at most before it is dropped. */
  readonly waitsDays: number;
}

/** What the merchant is told while the mail server refuses the shop's mail; null as soon as a mail went through. */
export async function describePause(ports: Pick<Ports, 'db'>, shopId: number): Promise<PauseView | null> {
  const pause = await loadPause(ports.db.read, shopId);
  if (!pause) return null;
  const { reason, said, sinceAt } = pause;
  return { reason, said, since: sinceAt.toISOString(), waitsDays: LONGEST_WANTED_MS / 86_400_000 };
}
