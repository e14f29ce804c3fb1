import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../holdout/layer';
import { currentLayer } from '../holdout/layer-store.server';
import type { Ports } from '../ports';
import type { TacticName } from './tactic';

/** Who does without, in ten-thousandths; before the first switch-on, what they start with. */
export interface Shares {
  readonly holdoutBp: number;
  /** Of those who are not held out. */
  readonly controlBp: number;
}

export async function loadShares(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  tactic: TacticName,
): Promise<Shares> {
  const [holdout, control] = await Promise.all([
    currentLayer(ports.db.read, shopId, 'holdout'),
    currentLayer(ports.db.read, shopId, tactic),
  ]);
  return {
    holdoutBp: holdout?.shareBp ?? STANDING_HOLDOUT_BP,
    controlBp: control?.shareBp ?? TACTIC_CONTROL_BP,
  };
}
