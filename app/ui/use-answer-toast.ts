import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';
import type { Answer } from './answer';

/** Long enough to read it, think, and reach the button by keyboard. */
const UNDO_MS = 10_000;

/** Shows once what an action did, with an undo where there is one. Problems are not for a toast: they stay beside the thing. */
export function useAnswerToast(answer: Answer | null | undefined, undo?: () => void): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (!answer?.message) return;
    shopify.toast.show(
      answer.message,
      undo ? { action: 'Undo', onAction: undo, duration: UNDO_MS } : undefined,
    );
    // Only a new answer is news: the same one is not shown again when the undo changes.
  }, [answer?.at]);
}
