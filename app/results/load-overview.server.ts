import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { reviewIsDue } from '../tactics/decision-note';
import { TACTICS, type TacticName, type TacticState } from '../tactics/tactic';
import { tacticStates } from '../tactics/tactic-store.server';
import { loadBackfillProgress, type BackfillProgress } from './load-backfill-progress.server';
import { countHeld, countShoppersDue } from './overview-store.server';

const SOON_DAYS = 7;

export interface Overview {
  readonly backfill: BackfillProgress | null;
  readonly figures: {
    readonly orders: number;
    readonly consumables: number;
    readonly shoppersDue: number;
    readonly remindersWaiting: number;
    readonly mailsSent: number;
  };
  readonly tactics: readonly TacticOverview[];
}

export interface TacticOverview {
  readonly name: TacticName;
  readonly title: string;
  readonly summary: string;
  readonly state: TacticState;
  /** `YYYY-MM-DD` of its note's review, or null without a note. */
  readonly reviewOn: string | null;
  /** It is on, and the day of its review is here. */
  readonly isOverdue: boolean;
}

/** What a merchant wants to know at a glance. */
export async function loadOverview(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
): Promise<Overview> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const [backfill, held, shoppersDue, tactics] = await Promise.all([
    loadBackfillProgress(ports, shop.id),
    countHeld(ports.db.read, shop.id),
    countShoppersDue(ports.db.read, shop.id, { fromOn: todayOn, toOn: todayOn + SOON_DAYS }),
    tacticStates(ports.db.read, shop.id),
  ]);
  return {
    backfill,
    figures: { ...held, shoppersDue },
    tactics: tactics.map(({ name, state, note }) => ({
      name,
      title: TACTICS[name].title,
      summary: TACTICS[name].summary,
      state,
      reviewOn: note ? dayToIso(note.reviewOn) : null,
      isOverdue: state === 'on' && note !== null && reviewIsDue(note, todayOn),
    })),
  };
}
