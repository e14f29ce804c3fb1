export const COMPLAINT_WINDOW_MS = 30 * 86_400_000;

/** What Google and Yahoo ask of senders: stay under the first, never reach the second. */
export const WARNS_FROM = 0.001;
export const STOPS_FROM = 0.003;
/** A single complaint among few mails says nothing yet of the shop's mail. */
export const WARNS_FROM_COUNT = 2;
export const STOPS_FROM_COUNT = 3;

export interface ComplaintCount {
  /** Readers who complained. */
  readonly complaints: number;
  /** Mails sent. */
  readonly mails: number;
}

export type ComplaintState = 'fine' | 'warns' | 'stops';

/** What the complaints of the window say about a shop's mail. Complaints may be about mails of before the window. */
export function complaintState({ complaints, mails }: ComplaintCount): ComplaintState {
  const rate = complaints / Math.max(mails, complaints, 1);
  if (complaints >= STOPS_FROM_COUNT && rate >= STOPS_FROM) return 'stops';
  return complaints >= WARNS_FROM_COUNT && rate >= WARNS_FROM ? 'warns' : 'fine';
}

/** From when on complaints and mails count: a month back, or from the merchant's last word that mail may go out again. */
export function countedFrom(now: Date, liftedAt: Date | null): Date {
  const from = now.getTime() - COMPLAINT_WINDOW_MS;
  return new Date(Math.max(from, liftedAt?.getTime() ?? from));
}
