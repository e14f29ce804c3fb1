import type { Ports } from '../ports';
import type { PauseReason } from './pause-reason';
import type { TacticName } from './tactic';
import { addChange, saveTacticState, tacticStatus } from './tactic-store.server';

/** Larder stops a running tactic and keeps why. The merchant may let it go on (switch-on.server.ts). */
export async function pauseTactic(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { readonly shopId: number; readonly tactic: TacticName; readonly because: PauseReason },
): Promise<void> {
  const { shopId, tactic, because } = about;
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    // Asked inside the transaction: the merchant may have switched it off meanwhile.
    if ((await tacticStatus(tx, shopId, tactic)).state !== 'on') return;
    await saveTacticState(tx, shopId, tactic, { state: 'paused', pausedBecause: because, at });
    await addChange(tx, shopId, tactic, 'paused', at, { ...because });
  });
}
