import type { LearnedModel } from './pack-weights';
import { forEachFeature, HASH_BITS } from '../../app/catalogue/kinds/name-features';
import { KINDS } from '../../app/catalogue/kinds/kinds';
import { seededRandom } from '../refills/bootstrap';
import { levelOf } from '../../app/catalogue/kinds/resembled-kinds';
import type { TitleDrawer } from './learning-titles';
import { roundVectors } from './pack-weights';

export interface LearningPlan {
  readonly dims: number;
  /** Features kept: what the weights' file has room for. */
  readonly features: number;
  readonly titlesPerRound: number;
  readonly rounds: number;
  readonly prunings: number;
  readonly roundsAfterPruning: number;
  readonly roundsAfterRounding: number;
  readonly seed: number;
}

const RATE = 0.12;
const DECAY = 2e-6;
/** Share of features overlooked, so that no name hangs on a single word. */
const DROPPED = 0.2;
/** Share of names that say nothing. */
const NOTHING = 0.06;

export function learnWeights(
  { draw, drawNothing, breadth }: TitleDrawer,
  plan: LearningPlan,
  say: (line: string) => void,
): LearnedModel {
  const random = seededRandom(plan.seed);
  const kindOf = kindDrawer(breadth);
  const title = () => {
    if (random() < NOTHING) return { kind: KINDS.length, text: drawNothing(random) };
    const kind = kindOf(random);
    return { kind, text: draw(kind, random) };
  };
  const trainer = createTrainer(plan.dims, featuresOf(title, plan.titlesPerRound), random);
  const rounds = (count: number, what: string, learnVectors: boolean) => {
    for (let round = 0; round < count; round += 1) {
      const rate = RATE * (1 - 0.9 * (round / count));
      let loss = 0;
      for (let i = 0; i < plan.titlesPerRound; i += 1) loss += trainer.learn(title(), rate, learnVectors);
      say(
        `${what} ${round + 1}/${count}: loss ${(loss / plan.titlesPerRound).toFixed(3)}, features ${trainer.known()}`,
      );
    }
  };
  rounds(plan.rounds, 'learning', true);
  // A few at a time: what one feature said is learned by those that remain.
  const first = trainer.known();
  for (let step = 1; step <= plan.prunings; step += 1) {
    trainer.prune(Math.round(first * (plan.features / first) ** (step / plan.prunings)));
    rounds(step === plan.prunings ? plan.roundsAfterPruning : 1, 'after pruning', true);
  }
  const rounded = trainer.round();
  rounds(plan.roundsAfterRounding, 'after rounding', false);
  return { ...trainer.model(), ...rounded };
}

/** What is used up is drawn as often as what is kept; within, a kind of many things more often than one of few. */
function kindDrawer(breadth: readonly number[]): (random: () => number) => number {
  const sides = [true, false].map((isKept) => {
    const sums: [number, number][] = [];
    let all = 0;
    for (const [at, kind] of KINDS.entries())
      if ((kind.cycleDays === null) === isKept) sums.push([at, (all += breadth[at]! ** 0.7)]);
    return { sums, all };
  });
  return (random) => {
    const { sums, all } = sides[random() < 0.5 ? 0 : 1]!;
    const at = random() * all;
    return sums.find(([, sum]) => at <= sum)![0];
  };
}

function featuresOf(title: () => { text: string }, titles: number): Int32Array {
  const counts = new Uint16Array(1 << HASH_BITS);
  for (let i = 0; i < titles; i += 1)
    forEachFeature(title().text, (hash) => {
      if (counts[hash]! < 65_535) counts[hash]! += 1;
    });
  const known: number[] = [];
  for (let hash = 0; hash < counts.length; hash += 1) if (counts[hash]! >= 3) known.push(hash);
  return Int32Array.from(known);
}

function createTrainer(dims: number, firstHashes: Int32Array, random: () => number) {
  const kinds = KINDS.length + 1;
  let hashes = firstHashes;
  const placeOf = new Int32Array(1 << HASH_BITS).fill(-1);
  hashes.forEach((hash, at) => (placeOf[hash] = at));
  let vectors = new Float32Array(hashes.length * dims).map(() => (random() - 0.5) / dims);
  let squares = new Float32Array(hashes.length);
  const seen = new Float64Array(hashes.length);
  const out = new Float32Array(kinds * dims).map(() => (random() - 0.5) / Math.sqrt(dims));
  const outSquares = new Float32Array(kinds);
  const bias = new Float32Array(kinds);
  const own = new Int32Array(4096);
  const middle = new Float32Array(dims);
  const back = new Float32Array(dims);
  const scores = new Float64Array(kinds);

  return {
    known: () => hashes.length,
    learn({ text, kind }: { text: string; kind: number }, rate: number, learnVectors: boolean): number {
      let count = 0;
      forEachFeature(text, (hash) => {
        const at = placeOf[hash]!;
        if (at >= 0 && count < own.length && !(learnVectors && random() < DROPPED)) own[count++] = at;
      });
      if (count === 0) return Math.log(kinds);
      const scale = 1 / Math.sqrt(count);
      middle.fill(0);
      for (let i = 0; i < count; i += 1) {
        const from = own[i]! * dims;
        for (let d = 0; d < dims; d += 1) middle[d]! += vectors[from + d]!;
      }
      for (let d = 0; d < dims; d += 1) middle[d]! *= scale;
      let most = -Infinity;
      for (let k = 0; k < kinds; k += 1) {
        let score = bias[k]!;
        for (let d = 0; d < dims; d += 1) score += out[k * dims + d]! * middle[d]!;
        scores[k] = score;
        if (score > most) most = score;
      }
      let sum = 0;
      for (let k = 0; k < kinds; k += 1) sum += scores[k] = Math.exp(scores[k]! - most);
      back.fill(0);
      const loss = -Math.log(scores[kind]! / sum);
      for (let k = 0; k < kinds; k += 1) {
        const wrong = scores[k]! / sum - (k === kind ? 1 : 0);
        outSquares[k]! += wrong * wrong;
        const step = (rate * wrong) / Math.sqrt(outSquares[k]! + 1);
        for (let d = 0; d < dims; d += 1) {
          back[d]! += wrong * out[k * dims + d]!;
          out[k * dims + d]! -= step * middle[d]!;
        }
        bias[k]! -= 0.1 * step;
      }
      if (!learnVectors) return loss;
      let size = 0;
      for (let d = 0; d < dims; d += 1) size += back[d]! * back[d]!;
      size = (size / dims) * scale * scale;
      for (let i = 0; i < count; i += 1) {
        const at = own[i]!;
        squares[at]! += size;
        seen[at]! += 1;
        const step = (rate * scale) / Math.sqrt(squares[at]! + 1e-4);
        const from = at * dims;
        for (let d = 0; d < dims; d += 1) vectors[from + d]! -= step * back[d]! + DECAY * vectors[from + d]!;
      }
      return loss;
    },
    /** Keeps the features that move the scores most: the length of their vector, by how often they are met. */
    prune(most: number) {
      const norms = Float64Array.from(hashes, (_, at) => {
        let sum = 0;
        for (let d = 0; d < dims; d += 1) sum += vectors[at * dims + d]! ** 2;
        return Math.sqrt(sum) * Math.sqrt(seen[at]!);
      });
      const kept = [...norms.keys()]
        .sort((a, b) => norms[b]! - norms[a]!)
        .slice(0, most)
        .sort((a, b) => a - b);
      const nextVectors = new Float32Array(kept.length * dims);
      kept.forEach((at, to) => nextVectors.set(vectors.subarray(at * dims, (at + 1) * dims), to * dims));
      squares = Float32Array.from(kept, (at) => squares[at]!);
      hashes = Int32Array.from(kept, (at) => hashes[at]!);
      vectors = nextVectors;
      placeOf.fill(-1);
      hashes.forEach((hash, at) => (placeOf[hash] = at));
    },
    round() {
      const rounded = roundVectors(vectors, dims);
      vectors = Float32Array.from(rounded.codes, (code, at) => levelOf(code) * rounded.widths[at % dims]!);
      outSquares.fill(0);
      return rounded;
    },
    model: () => ({ hashes, out, bias }),
  };
}
