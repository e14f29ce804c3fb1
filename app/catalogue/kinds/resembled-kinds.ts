import { kindNamed } from './kinds';
import type { Kind } from './kind';
import { KIND_WEIGHTS } from './kind-weights';
import { forEachFeature } from './name-features';

/** What a name resembles, by the learned weights. */
export interface Resemblance {
  /** A chance for each of `resembledKinds()`; with `nothing` they add up to 1. */
  readonly chances: Float64Array;
  /** Chance that the name says nothing of what it is: a maker's name, "Bestsellers", "Moonlight Set No. 3". */
  readonly nothing: number;
  /** How many of its features were learned; 0 where nothing can be said at all. */
  readonly known: number;
}

/** The kinds in the order in which chances stand for them. */
export const resembledKinds = (): readonly Kind[] => weights().kinds;

/** Softmax over kinds of out · (Σ vectors of the known features / √their number), learned by `npm run bench -- kinds`. */
export function resemblance(name: string): Resemblance {
  const { kinds, dims, slots, vectors, out, bias } = weights();
  const sum = new Float64Array(dims);
  let known = 0;
  forEachFeature(name, (hash) => {
    const at = placeOf(slots, hash);
    if (at < 0) return;
    known += 1;
    for (let d = 0, from = at * dims; d < dims; d += 1) sum[d]! += vectors[from + d]!;
  });
  if (known === 0) return { chances: new Float64Array(kinds.length), nothing: 1, known };
  const scale = 1 / Math.sqrt(known);
  const scores = new Float64Array(kinds.length + 1);
  let most = -Infinity;
  for (let k = 0; k < scores.length; k += 1) {
    let score = 0;
    for (let d = 0, from = k * dims; d < dims; d += 1) score += out[from + d]! * sum[d]!;
    scores[k] = score * scale + bias[k]!;
    if (scores[k]! > most) most = scores[k]!;
  }
  let all = 0;
  for (let k = 0; k < scores.length; k += 1) all += scores[k] = Math.exp(scores[k]! - most);
  return {
    chances: scores.subarray(0, kinds.length).map((score) => score / all),
    nothing: scores.at(-1)! / all,
    known,
  };
}

interface Weights {
  readonly kinds: readonly Kind[];
  readonly dims: number;
  /** Open addressing: hash + 1 and place of a feature by turns; 0 where empty. */
  readonly slots: Int32Array;
  readonly vectors: Float32Array;
  /** Of each kind, then of nothing. */
  readonly out: Float32Array;
  readonly bias: Float32Array;
}

let unpacked: Weights | null = null;

function weights(): Weights {
  return (unpacked ??= unpack());
}

function unpack(): Weights {
  const { dims, kinds } = KIND_WEIGHTS;
  const packed = bytesOf(KIND_WEIGHTS.vectors);
  const vectors = new Float32Array(packed.length * 2);
  packed.forEach((byte, at) => {
    vectors[2 * at] = levelOf(byte >> 4);
    vectors[2 * at + 1] = levelOf(byte & 15);
  });
  const { outputStep, shiftStep } = KIND_WEIGHTS;
  const out = Float32Array.from(new Int8Array(bytesOf(KIND_WEIGHTS.outputs)), (step) => step * outputStep);
  const bias = Float32Array.from(new Int8Array(bytesOf(KIND_WEIGHTS.shifts)), (step) => step * shiftStep);
  return {
    kinds: kinds.map(kindNamed),
    dims,
    slots: slotsOf(bytesOf(KIND_WEIGHTS.hashes)),
    vectors,
    out,
    bias,
  };
}

/** Fifteen levels from -1 to 1, finer around 0. */
export function levelOf(code: number): number {
  const step = (code - 7) / 7;
  return Math.sign(step) * Math.abs(step) ** 1.5;
}

const SLOTS = 1 << 16;

/** Ascending hashes, each as what it adds to the last; 255 goes on. */
function slotsOf(deltas: Uint8Array): Int32Array {
  const slots = new Int32Array(2 * SLOTS);
  let hash = 0;
  let place = 0;
  for (const delta of deltas) {
    hash += delta;
    if (delta === 255) continue;
    let slot = hash & (SLOTS - 1);
    while (slots[2 * slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    slots[2 * slot] = hash + 1;
    slots[2 * slot + 1] = place;
    place += 1;
  }
  return slots;
}

function placeOf(slots: Int32Array, hash: number): number {
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const found = slots[2 * slot]!;
    if (found === hash + 1) return slots[2 * slot + 1]!;
    if (found === 0) return -1;
  }
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
