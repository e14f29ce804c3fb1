import { currentLayer } from '../holdout/layer-store.server';
import type { Ports } from '../ports';
import { TACTIC_NAMES, type TacticName } from '../tactics/tactic';
import { countArms, type ResultCounts } from './count-arms';
import { exposedGroups, exposuresLeftOut, layerStartedAt } from './count-store.server';

export interface Comparison {
  /** Share of the smaller side by design, in ten-thousandths; null while nothing was ever switched on. */
  readonly shareBp: number | null;
  readonly version: number | null;
  /** ISO instant. */
  readonly startedAt: string | null;
  readonly counts: ResultCounts;
}

export interface Results {
  /** Everyone who is not held out against the standing holdout. */
  readonly larder: Comparison;
  readonly tactics: Readonly<Record<TacticName, Comparison>>;
}

/** Counts by arm, for each tactic and for Larder as a whole. */
export async function loadResults(ports: Pick<Ports, 'db'>, shopId: number): Promise<Results> {
  const compare = async (of: TacticName | 'larder'): Promise<Comparison> => {
    const [layer, groups, leftOut] = await Promise.all([
      currentLayer(ports.db.read, shopId, of === 'larder' ? 'holdout' : of),
      exposedGroups(ports.db.read, shopId, of),
      exposuresLeftOut(ports.db.read, shopId, of),
    ]);
    return {
      shareBp: layer?.shareBp ?? null,
      version: layer?.version ?? null,
      startedAt: layer ? (await layerStartedAt(ports.db.read, layer.id)).toISOString() : null,
      counts: countArms(of === 'larder' ? 'larder' : 'tactic', groups, layer?.id ?? null, leftOut),
    };
  };
  const tactics = await Promise.all(TACTIC_NAMES.map(async (name) => [name, await compare(name)] as const));
  return { larder: await compare('larder'), tactics: Object.fromEntries(tactics) as Results['tactics'] };
}
