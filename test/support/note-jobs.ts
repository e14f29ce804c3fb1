import type { JobHandlers, JobId } from '../../app/ports';

/** Handlers that only note what they were asked to do: the payload as it stands in the queue, ids as text. */
export function noteJobs(
  note: (kind: JobId, payload: unknown) => void,
  ...kinds: readonly JobId[]
): Partial<JobHandlers> {
  const asText = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      async (_ports: unknown, { payload }: { payload: unknown }) =>
        note(kind, JSON.parse(JSON.stringify(payload, asText))),
    ]),
  );
}
