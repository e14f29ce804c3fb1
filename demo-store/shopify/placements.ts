import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where the merchant has put the app's blocks, as the pretend editors set it. */
export interface PlacementState {
  readonly shelfOnHome: boolean; // theme app block `shelf` in the home page's apps section
  readonly embedOn: boolean; // theme app embed
  readonly reminderOnThankYou: boolean;
  readonly reminderOnOrderStatus: boolean;
  /** Settings of the shelf block as edited; absent keys mean the block's own defaults. */
  readonly shelfSettings: Readonly<Record<string, string | number | boolean>>;
}

export interface Placements {
  get(): PlacementState;
  /** Changes the given places and keeps them across restarts. */
  set(change: Partial<PlacementState>): PlacementState;
  reset(): void;
}

const NOTHING_PLACED: PlacementState = {
  shelfOnHome: false,
  embedOn: false,
  reminderOnThankYou: false,
  reminderOnOrderStatus: false,
  shelfSettings: {},
};

/** Opens the placements kept in `file`; a missing file means a shop in which nothing is placed yet. */
export function openPlacements(file: string): Placements {
  let state = read(file);
  const keep = (next: PlacementState) => {
    state = next;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state, null, 2));
    return state;
  };
  return {
    get: () => state,
    set: (change) => keep({ ...state, ...change }),
    reset: () => void keep(NOTHING_PLACED),
  };
}

function read(file: string): PlacementState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return NOTHING_PLACED;
  }
  return { ...NOTHING_PLACED, ...(JSON.parse(text) as Partial<PlacementState>) };
}
