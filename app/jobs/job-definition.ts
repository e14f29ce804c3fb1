import { z } from 'zod';

/**
 * What a job is, apart from what runs it. Definitions stand in `jobs.ts` of the room whose use case handles them, under their
 * ids; `job-definitions.ts` collects them, `job-register.server.ts` says what runs each. A job is asked for by its id, so that
 * an earlier room can tell a later one, which it may not import.
 */
export interface JobDefinition {
  /** Whether each job belongs to a shop, or to none. */
  readonly of: 'shop' | 'no-shop';
  /** Reads what a job's row holds. A row may be older than the code: a new field needs a default. */
  readonly payload: z.ZodType;
  /**
   * What never runs beside it in its shop, so that a handler may read, decide and write without further locks:
   * - `its-kind`: jobs of the same id
   * - `whole-shop`: every job. Once due it goes first: what another job has read before it must not be written after it.
   */
  readonly excludes: 'its-kind' | 'whole-shop';
  /** Owed to somebody: it stays when its shop leaves, and however long ago it failed. */
  readonly isOwed: boolean;
}

export type JobDefinitions = Readonly<Record<string, JobDefinition>>;

/** A room's definitions: their ids say the room. */
export type JobsOf<Room extends string> = Readonly<Record<`${Room}.${string}`, JobDefinition>>;

const nothing = z.object({});

/** A job of one shop. Unless said otherwise it has no payload and excludes others of its kind. */
export function shopJob<Payload extends z.ZodType = typeof nothing>(
  about: { readonly payload?: Payload } & Partial<Pick<JobDefinition, 'excludes' | 'isOwed'>> = {},
) {
  const payload = (about.payload ?? nothing) as Payload;
  return { of: 'shop', excludes: 'its-kind', isOwed: false, ...about, payload } as const;
}

/** A job of no shop: it serves all of them, or this process. One runs at a time. */
export function houseJob() {
  return { of: 'no-shop', excludes: 'its-kind', isOwed: false, payload: nothing } as const;
}

/** A payload that names orders of the job's shop; enqueued as decimal text, since JSON has no such integers. */
export const orderIdsPayload = z.object({
  orderIds: z.array(z.string().regex(/^\d+$/).transform(BigInt)),
});

export type IdOf<Jobs extends JobDefinitions> = keyof Jobs & string;

/** Ids of jobs that belong to no shop and need nothing else either. */
export type HouseJobIdOf<Jobs extends JobDefinitions> = {
  [Id in IdOf<Jobs>]: Jobs[Id]['of'] extends 'no-shop' ? Id : never;
}[IdOf<Jobs>];

type PayloadField<Input> = undefined extends Input
  ? { readonly payload?: Input }
  : Record<never, never> extends Input
    ? { readonly payload?: Input }
    : { readonly payload: Input };

type ShopField<Definition extends JobDefinition> = Definition['of'] extends 'shop'
  ? { readonly shopId: number }
  : { readonly shopId?: undefined };

/** A job to be enqueued: which, of which shop, with what. Each of them is checked by the compiler. */
export type NewJobIn<Jobs extends JobDefinitions> = {
  [Id in IdOf<Jobs>]: {
    readonly kind: Id;
    /** At most one waiting job per kind and key: a second enqueue changes nothing. The key is free again once it runs. */
    readonly key?: string;
    /** Larder's clock; default now. */
    readonly dueAt?: Date;
  } & ShopField<Jobs[Id]> &
    PayloadField<z.input<Jobs[Id]['payload']>>;
}[IdOf<Jobs>];

/** A job that runs, as its handler sees it. */
export interface RunningJob<Definition extends JobDefinition> {
  readonly id: bigint;
  readonly shopId: Definition['of'] extends 'shop' ? number : null;
  readonly payload: z.output<Definition['payload']>;
}
