import { currentLayer } from '../holdout/layer-store.server';
import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { TACTIC_NAMES, type TacticName } from '../tactics/tactic';
import { countArms, dayOfEnough, type ResultCounts } from './count-arms';
import { exposedGroups, exposuresLeftOut, layerStartedAt } from './count-store.server';

export interface Comparison {
  /** Share of the smaller side by design, in ten-thousandths; null while nothing was ever switched on. */
  readonly shareBp: number | null;
  readonly version: number | null;
  /** ISO instant. */
  readonly startedAt: string | null;
  readonly counts: ResultCounts;
  /** `YYYY-MM-DD` by which the smaller arm would have enough at its pace so far, when that can be said. */
  readonly enoughOn: string | null;
}

export interface Results {
  /** Everyone who is not held out against the standing holdout. */
  readonly larder: Comparison;
  readonly tactics: Readonly<Record<TacticName, Comparison>>;
}

/** Counts by arm, for each tactic and for Larder as a whole. */
export async function loadResults(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
): Promise<Results> {
  const reader = ports.db.read;
  const dayOf = (at: Date) => localDay(at, shop.timeZone);
  const compare = async (of: TacticName | 'larder'): Promise<Comparison> => {
    const [layer, groups, leftOut] = await Promise.all([
      currentLayer(reader, shop.id, of === 'larder' ? 'holdout' : of),
      exposedGroups(reader, shop.id, of),
      exposuresLeftOut(reader, shop.id, of),
    ]);
    const startedAt = layer && (await layerStartedAt(reader, layer.id));
    const counts = countArms(of === 'larder' ? 'larder' : 'tactic', groups, layer?.id ?? null, leftOut);
    const enoughOn =
      startedAt && dayOfEnough(counts.smallerArmConversions, dayOf(startedAt), dayOf(ports.clock.now()));
    return {
      shareBp: layer?.shareBp ?? null,
      version: layer?.version ?? null,
      startedAt: startedAt?.toISOString() ?? null,
      counts,
      enoughOn: enoughOn === null ? null : dayToIso(enoughOn),
    };
  };
  const tactics = await Promise.all(TACTIC_NAMES.map(async (name) => [name, await compare(name)] as const));
  return { larder: await compare('larder'), tactics: Object.fromEntries(tactics) as Results['tactics'] };
}
