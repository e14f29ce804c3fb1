import { useRef, useState, type KeyboardEvent } from 'react';

/** A point by its series and its number in there. */
export interface Chosen {
  readonly series: number;
  readonly point: number;
}

/**
 * Which point is chosen, by pointer or by arrow keys. One point is in the tab order; arrows go on from there: left and
 * right along a series, up and down between series, Home and End to its ends, Escape lets go.
 * @param lengths points of each series
 */
export function useChosenPoint(lengths: readonly number[]) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const box = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setChosen(null);
    const to = chosen && step(chosen, event.key, lengths);
    if (!to) return;
    event.preventDefault();
    setChosen(to);
    box.current?.querySelector<HTMLElement>(`[data-point="${to.series}-${to.point}"]`)?.focus();
  };

  const first = lengths.findIndex((length) => length > 0);
  const inTabOrder = chosen ?? { series: first, point: 0 };
  const isInTabOrder = ({ series, point }: Chosen) =>
    series === inTabOrder.series && point === inTabOrder.point;
  return { chosen, setChosen, box, onKeyDown, isInTabOrder };
}

export function step({ series, point }: Chosen, key: string, lengths: readonly number[]): Chosen | null {
  const last = (lengths[series] ?? 0) - 1;
  switch (key) {
    case 'ArrowRight':
      return { series, point: Math.min(last, point + 1) };
    case 'ArrowLeft':
      return { series, point: Math.max(0, point - 1) };
    case 'Home':
      return { series, point: 0 };
    case 'End':
      return { series, point: last };
    case 'ArrowUp':
    case 'ArrowDown': {
      const to = series + (key === 'ArrowUp' ? -1 : 1);
      const length = lengths[to] ?? 0;
      return length > 0 ? { series: to, point: Math.min(length - 1, point) } : null;
    }
    default:
      return null;
  }
}
