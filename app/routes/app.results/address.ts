import { z } from 'zod';
import type { OutcomeOf } from '../../results/counting/outcomes';
import { isoToDay } from '../../shops/local-day';
import { COMPARED } from './words/compared';

/** What the page's address asks for; what it cannot mean is left out. */
export interface Asked {
  /** Null: whichever comparison the shop has. */
  readonly of: OutcomeOf | null;
  /** `YYYY-MM-DD`; null is today. */
  readonly on: string | null;
  readonly version: number | null;
}

const query = z.object({
  of: z.enum(COMPARED).nullable().catch(null),
  on: z
    .string()
    .refine((day) => isoToDay(day) !== null)
    .nullable()
    .catch(null),
  version: z.coerce.number().int().positive().nullable().catch(null),
});

export function readAddress(params: URLSearchParams): Asked {
  return query.parse({ of: params.get('of'), on: params.get('on'), version: params.get('version') });
}

/** `?of=shelf&on=2026-11-03&version=2` */
export function writeAddress({ of, on, version }: Asked): string {
  const params = new URLSearchParams();
  if (of) params.set('of', of);
  if (on) params.set('on', on);
  if (version !== null) params.set('version', String(version));
  return `?${params.toString()}`;
}
