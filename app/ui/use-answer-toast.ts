import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';

/** What an action answers when it has something to say. `at` tells two equal answers apart. */
export interface ToastAnswer {
  readonly message: string;
  readonly isError?: boolean;
  readonly at: number;
}

/** Long enough to read it, think, and reach the button by keyboard. */
const UNDO_MS = 10_000;

/** Shows an action's answer once, with an undo where there is one. */
export function useAnswerToast(answer: ToastAnswer | null | undefined, undo?: () => void): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (!answer) return;
    const action = undo ? { action: 'Undo', onAction: undo, duration: UNDO_MS } : {};
    shopify.toast.show(answer.message, { isError: answer.isError, ...action });
    // Only a new answer is news: the same one is not shown again when the undo changes.
  }, [answer?.at]);
}
