import { useFetcher } from '@remix-run/react';
import { useAnswerToast } from '../../ui/use-answer-toast';
import type { OverrulingAnswer } from './answer-overruling.server';
import type { Overruling } from './overruling-form';

/** Sends the merchant's word to the page's own action; the answer is a toast that can take it back. */
export function useOverruling(): (change: Overruling) => void {
  const fetcher = useFetcher<OverrulingAnswer>();
  const send = (change: Overruling) => fetcher.submit({ ...change }, { method: 'post' });
  const answer = fetcher.data;
  const changeId = answer?.changeId ?? null;
  useAnswerToast(answer, changeId === null ? undefined : () => send({ intent: 'undo', changeId }));
  return send;
}
