/**
 * How series differ: by dash and marker as well as by colour, so that a chart reads the same in grey, in print and
 * without seeing colours. Every ink has at least 4.5:1 on white.
 */
export interface Look {
  readonly ink: string;
  /** SVG dash pattern; undefined is a solid line. */
  readonly dash: string | undefined;
  readonly marker: 'circle' | 'square' | 'diamond';
}

export const LOOKS: readonly [Look, ...Look[]] = [
  { ink: '#0a58ca', dash: undefined, marker: 'circle' },
  { ink: '#9a3b00', dash: '7 4', marker: 'square' },
  { ink: '#0b6b4f', dash: '2 3', marker: 'diamond' },
];

export function lookOf(index: number): Look {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0];
}
