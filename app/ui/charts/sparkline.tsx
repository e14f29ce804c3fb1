import { LOOKS } from './looks';
import { extent, place, type Domain } from './scale';

interface SparklineProps {
  /** Values at equal distances. */
  readonly values: readonly number[];
  /** What the curve says, as a sentence: it stands in for the picture. */
  readonly words: string;
  /** Default: from the least value to the greatest. */
  readonly domain?: Domain;
}

const WIDTH = 80;
const HEIGHT = 24;

/** A curve the size of a word, for a row of a list. What matters of it stands beside it as text. */
export function Sparkline({ values, words, domain = extent(values) }: SparklineProps) {
  const last = values.length - 1;
  const places = values.map((value, i) => {
    const x = last === 0 ? WIDTH / 2 : 1 + (i / last) * (WIDTH - 2);
    return `${x.toFixed(1)} ${(HEIGHT - 2 - place(value, domain) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return (
    <svg
      className="larder-sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
    >
      <title>{words}</title>
      <path className="larder-plot__grid" d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
      {values.length > 0 ? (
        <path
          d={`M${places.join('L')}`}
          fill="none"
          stroke={LOOKS[0].ink}
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
      ) : null}
    </svg>
  );
}
