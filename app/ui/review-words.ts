import { formatDay, formatNumber, formatShare } from './format-values';
import { HARM_WORDS } from '../harm-words';

interface ReviewWords {
  readonly stage: 'running' | 'tested' | 'to-decide' | 'overdue' | 'decided';
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
  readonly closedDueOn: string;
}

/** Where a review stands, in a sentence. */
export function reviewSentence({ stage, dueOn, closedDueOn }: ReviewWords): string {
  switch (stage) {
    case 'running':
      return `Review on ${formatDay(dueOn)}.`;
    case 'tested':
      return `First look taken on ${formatDay(dueOn)}. The size of the effect can be told on ${formatDay(closedDueOn)}.`;
    case 'to-decide':
      return 'The review is complete. Look at the results and decide what happens next.';
    case 'overdue':
      return `The review has been waiting for a decision since ${formatDay(closedDueOn)}.`;
    case 'decided':
      return `Decided after the review of ${formatDay(dueOn)}.`;
  }
}

/** What its badge says, for a review that asks for somebody; null otherwise. */
export function reviewBadge(
  review: ReviewWords | null,
): { readonly tone: 'attention' | 'warning'; readonly words: string } | null {
  if (review?.stage === 'to-decide') return { tone: 'attention', words: 'Decide' };
  return review?.stage === 'overdue' ? { tone: 'warning', words: 'Review overdue' } : null;
}

type Pause =
  | {
      readonly reason: 'harm';
      readonly kind: keyof typeof HARM_WORDS;
      readonly hits: number;
      readonly persons: number;
      readonly tolerance: number;
    }
  | { readonly reason: 'review-overdue' };

/** Why Larder paused a module, with the figures it rests on. */
export function pauseSentence(pause: Pause): string {
  if (pause.reason === 'review-overdue')
    return 'Its review has waited too long for a decision, and its note says that everyone gets the default until somebody decides.';
  const { kind, hits, persons, tolerance } = pause;
  const counts = `${formatNumber(hits)} of ${formatNumber(persons)} shoppers ${HARM_WORDS[kind]}`;
  return `${counts}. That is more than the ${formatShare(tolerance)} its note accepts, and more than chance explains.`;
}
