import { KINDS } from '../../app/catalogue/kinds/kinds';
import { levelOf } from '../../app/catalogue/kinds/resembled-kinds';

/** Softmax regression over sums of feature vectors: scores = bias + out · Σ vectors / √features. */
export interface LearnedModel {
  /** Hashes of the features that are known, ascending. */
  readonly hashes: Int32Array;
  /** `dims` levels for each of them, as the weights' file holds them, and how far the outermost level of each reaches. */
  readonly codes: Uint8Array;
  readonly widths: Float64Array;
  /** `dims` numbers for each kind, and for nothing. */
  readonly out: Float32Array;
  readonly bias: Float32Array;
}

const LEVELS = Array.from({ length: 15 }, (_, code) => levelOf(code));
/** Standard deviations that the outermost level stands for. */
const WIDEST = 4;

/** Fifteen levels for each number, every dimension by its own spread. */
export function roundVectors(vectors: Float32Array, dims: number): Pick<LearnedModel, 'codes' | 'widths'> {
  const spread = new Float64Array(dims);
  vectors.forEach((value, at) => (spread[at % dims]! += value * value));
  const widths = spread.map((sum) => WIDEST * Math.sqrt((sum * dims) / vectors.length));
  return { codes: Uint8Array.from(vectors, (value, at) => codeOf(value / widths[at % dims]!)), widths };
}

function codeOf(value: number): number {
  let best = 0;
  for (const [code, level] of LEVELS.entries())
    if (Math.abs(level - value) < Math.abs(LEVELS[best]! - value)) best = code;
  return best;
}

/** The module that the app reads. */
export function writeModule(
  { hashes, codes, widths, out: rows, bias: shifts }: LearnedModel,
  learnedFrom: string,
): string {
  const dims = widths.length;
  const vectors = Uint8Array.from(
    { length: codes.length / 2 },
    (_, at) => (codes[2 * at]! << 4) | codes[2 * at + 1]!,
  );
  const out = steps(rows.map((value, at) => value * widths[at % dims]!));
  const bias = steps(shifts);
  const lines = [
    `/** Learned from ${learnedFrom}. Made by \`npm run bench -- kinds --learn\`; do not edit. */`,
    'export const KIND_WEIGHTS = {',
    `  dims: ${dims},`,
    `  outputStep: ${out.step},`,
    `  shiftStep: ${bias.step},`,
    '  kinds: [',
    ...KINDS.map((kind) => `    '${kind.name}',`),
    '  ],',
    ...Object.entries({ hashes: deltasOf(hashes), vectors, outputs: out.bytes, shifts: bias.bytes }).map(
      ([name, bytes]) => `  ${name}:\n    '${Buffer.from(bytes).toString('base64')}',`,
    ),
    '} as const;',
  ];
  return `${lines.join('\n')}\n`;
}

function steps(values: Float32Array): { readonly step: number; readonly bytes: Uint8Array } {
  const step = Number(
    (values.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127).toPrecision(6),
  );
  return {
    step,
    bytes: new Uint8Array(Int8Array.from(values, (weight) => Math.round(weight / step)).buffer),
  };
}

function deltasOf(hashes: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const hash of hashes) {
    let rest = hash - last;
    for (; rest >= 255; rest -= 255) bytes.push(255);
    bytes.push(rest);
    last = hash;
  }
  return Uint8Array.from(bytes);
}
