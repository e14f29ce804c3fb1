/** A number from 0 (included) to 1 (excluded). */
export type RandomNumber = () => number;

/**
 * The same endless row of random numbers for the same seed, so that a page shows the same figures when it is opened again.
 * sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, seeded through SplitMix32.
 * @param seed any integer
 */
export function seededRandom(seed: number): RandomNumber {
  let mixed = seed >>> 0;
  const next = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = next();
  let b = next();
  let c = next();
  let counter = next();
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}
