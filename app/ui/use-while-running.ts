import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const EVERY_MS = 2000;

/** Reads the page's data again every two seconds while something is under way and the page is looked at. */
export function useWhileRunning(isRunning: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [isRunning, revalidate, state]);
}
