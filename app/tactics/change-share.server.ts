import { currentLayer, startLayer } from '../holdout/layer-store.server';
import type { Ports } from '../ports';
import { TACTIC_NAMES, type TacticName } from './tactic';
import { addChange } from './tactic-store.server';

/** Shares that may be chosen, in ten-thousandths. */
export const LEAST_SHARE_BP = 500;
export const MOST_SHARE_BP = 5000;

export type ChangeShareAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'out-of-range' | 'never-on' | 'same-share' };

/**
 * Changes who does without: the share of the standing holdout, or of one tactic's control. The running version ends and the
 * next one begins in the same moment, with a cap of its own that is fixed from the time before; what was counted stays with
 * the old version. A larger holdout keeps everyone who is held out already.
 * @param of `larder` for the standing holdout
 */
export async function changeShare(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock'>,
  about: { readonly shopId: number; readonly of: TacticName | 'larder'; readonly shareBp: number },
): Promise<ChangeShareAnswer> {
  const { shopId, of, shareBp } = about;
  if (!Number.isInteger(shareBp) || shareBp < LEAST_SHARE_BP || shareBp > MOST_SHARE_BP)
    return { ok: false, reason: 'out-of-range' };
  const name = of === 'larder' ? 'holdout' : of;
  const at = ports.clock.now();
  const answer = await ports.db.write(async (tx): Promise<ChangeShareAnswer> => {
    const running = await currentLayer(tx, shopId, name);
    if (!running) return { ok: false, reason: 'never-on' };
    if (running.shareBp === shareBp) return { ok: false, reason: 'same-share' };
    const { version } = await startLayer(tx, { shopId, name, shareBp, at });
    const detail = { of, version, before: running.shareBp, after: shareBp };
    // The holdout stands over every tactic: it is part of each one's history.
    for (const tactic of of === 'larder' ? TACTIC_NAMES : [of])
      await addChange(tx, shopId, tactic, 'share-changed', at, detail);
    await ports.jobs.enqueue(tx, { kind: 'results.collect', shopId, key: `${shopId}` });
    return { ok: true, version };
  });
  ports.jobs.wake();
  return answer;
}
