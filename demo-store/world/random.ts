/** State of one random stream: four unsigned 32-bit words. Plain data, so that a snapshot can keep it. */
export type RandomState = [number, number, number, number];

/** One seeded stream of chance (sfc32). Equal seeds give equal streams on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  between(low: number, high: number): number;
  /** Normal with mean 0 and deviation 1 (Box–Muller, one value a call). */
  normal(): number;
  pick<T>(items: readonly T[]): T;
  /** The place of one item, drawn in proportion to its weight. @throws Error when no weight is positive. */
  weighted(weights: readonly number[]): number;
  /** 16 random bytes as 22 characters of base64url. */
  token(): string;
}

/** Starts a stream from a seed and a label: streams with different labels are independent. */
export function seedRandom(seed: number, label: string): RandomState {
  let hash = 0x811c9dc5;
  for (let place = 0; place < label.length; place += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(place), 0x01000193) >>> 0;
  }
  const state: RandomState = [seed >>> 0, hash, (seed ^ 0x9e3779b9) >>> 0, 1];
  for (let round = 0; round < 12; round += 1) step(state);
  return state;
}

const readers = new WeakMap<RandomState, Random>();

/** Reads a stream. The state passed in moves on with every draw. */
export function randomFrom(state: RandomState): Random {
  let reader = readers.get(state);
  if (!reader) readers.set(state, (reader = makeReader(state)));
  return reader;
}

function makeReader(state: RandomState): Random {
  const next = () => step(state) / 4_294_967_296;
  return {
    next,
    chance: (probability) => next() < probability,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    between: (low, high) => low + next() * (high - low),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
    weighted: (weights) => weighted(weights, next()),
    token: () => {
      const bytes = Buffer.alloc(16);
      for (let word = 0; word < 4; word += 1) bytes.writeUInt32LE(step(state), word * 4);
      return bytes.toString('base64url');
    },
  };
}

function step(state: RandomState): number {
  const sum = (((state[0] + state[1]) >>> 0) + state[3]) >>> 0;
  state[3] = (state[3] + 1) >>> 0;
  state[0] = (state[1] ^ (state[1] >>> 9)) >>> 0;
  state[1] = (state[2] + (state[2] << 3)) >>> 0;
  state[2] = (((state[2] << 21) | (state[2] >>> 11)) + sum) >>> 0;
  return sum;
}

function weighted(weights: readonly number[], draw: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new Error('No weight is positive.');
  let rest = draw * total;
  let last = 0;
  for (const [place, weight] of weights.entries()) {
    if (weight <= 0) continue;
    last = place;
    rest -= weight;
    if (rest < 0) return place;
  }
  return last;
}
