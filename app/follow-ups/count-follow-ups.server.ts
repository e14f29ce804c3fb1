import type { Ports } from '../ports';
import type { FollowUpLetter, FollowUpState } from './follow-up';
import { countOutcomes } from './follow-up-store.server';

/** How many orders came to a state, with its reason and the letter it was about. */
export interface FollowUpCount {
  readonly state: FollowUpState;
  readonly reason: string | null;
  readonly letter: FollowUpLetter | null;
  readonly count: number;
}

/** What became of the moments after orders, most frequent first; those that were not due go after sixty days. */
export async function countFollowUps(
  ports: Pick<Ports, 'db'>,
  shopId: number,
): Promise<readonly FollowUpCount[]> {
  return [...(await countOutcomes(ports.db.read, shopId))].sort((a, b) => b.count - a.count);
}
