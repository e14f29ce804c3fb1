import type { Ports } from '../ports';
import type { TacticName } from './tactic';
import { addChange, saveTacticState, tacticStatus } from './tactic-store.server';

/**
 * Stops a tactic at once: everyone gets the default from the next decision on. Its note, control group and results stay,
 * so that it can be switched on again where it stopped.
 */
export async function switchOff(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { shopId: number; tactic: TacticName },
): Promise<void> {
  const { shopId, tactic } = about;
  const at = ports.clock.now();
  const status = await tacticStatus(ports.db.read, shopId, tactic);
  if (status.state === 'off') return;
  await ports.db.write(async (tx) => {
    await saveTacticState(tx, shopId, tactic, { state: 'off', at });
    await addChange(tx, shopId, tactic, 'switched-off', at);
  });
}
