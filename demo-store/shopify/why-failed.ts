/** What went wrong in one line; `fetch` hides it in the cause. */
export function whyFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
