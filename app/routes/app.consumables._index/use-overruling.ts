import { useFetcher } from '@remix-run/react';
import type { Answer } from '../../ui/answer';
import { useAnswerToast } from '../../ui/use-answer-toast';
import type { OverrulingAnswer } from './answer-overruling.server';
import type { Overruling } from './overruling-form';

/**
 * Sends the merchant's word to the page's own action; the answer is a toast that can take it back. What went wrong is for the
 * page to show.
 */
export function useOverruling(): {
  readonly answer: Answer | undefined;
  readonly overrule: (change: Overruling) => void;
} {
  const fetcher = useFetcher<OverrulingAnswer>();
  const send = (change: Overruling) => fetcher.submit({ ...change }, { method: 'post' });
  const answer = fetcher.data;
  const changeId = answer?.changeId ?? null;
  useAnswerToast(answer, changeId === null ? undefined : () => send({ intent: 'undo', changeId }));
  return { answer, overrule: send };
}
